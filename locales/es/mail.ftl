### Correos. Solo texto; si hay un enlace, va debajo.

mail-greeting = Hola, { $name }:
mail-confirm-subject = Confirma tu dirección para { $site }
mail-confirm-body =
    { $minutes ->
        [one] Alguien, seguramente tú, dio esta dirección en { $site }. Confírmala con el enlace de abajo. Sirve durante { $minutes } minuto. Si no has sido tú, no hagas caso de este correo.
        [many] Alguien, seguramente tú, dio esta dirección en { $site }. Confírmala con el enlace de abajo. Sirve durante { $minutes } minutos. Si no has sido tú, no hagas caso de este correo.
       *[other] Alguien, seguramente tú, dio esta dirección en { $site }. Confírmala con el enlace de abajo. Sirve durante { $minutes } minutos. Si no has sido tú, no hagas caso de este correo.
    }
mail-sign-in-subject = Tu enlace para { $site }
mail-sign-in-body =
    { $minutes ->
        [one] Entra en { $site } con el enlace de abajo. Sirve una vez, durante { $minutes } minuto. Si no lo pediste, no hagas caso de este correo.
        [many] Entra en { $site } con el enlace de abajo. Sirve una vez, durante { $minutes } minutos. Si no lo pediste, no hagas caso de este correo.
       *[other] Entra en { $site } con el enlace de abajo. Sirve una vez, durante { $minutes } minutos. Si no lo pediste, no hagas caso de este correo.
    }
mail-reset-subject = Una contraseña nueva para { $site }
mail-reset-body =
    { $minutes ->
        [one] Pon una contraseña nueva para { $site } con el enlace de abajo. Sirve una vez, durante { $minutes } minuto. Si no lo pediste, no hagas caso de este correo; tu contraseña sigue igual.
        [many] Pon una contraseña nueva para { $site } con el enlace de abajo. Sirve una vez, durante { $minutes } minutos. Si no lo pediste, no hagas caso de este correo; tu contraseña sigue igual.
       *[other] Pon una contraseña nueva para { $site } con el enlace de abajo. Sirve una vez, durante { $minutes } minutos. Si no lo pediste, no hagas caso de este correo; tu contraseña sigue igual.
    }
mail-password-changed-subject = Tu contraseña de { $site } ha cambiado
mail-password-changed-body = Tu contraseña de { $site } acaba de cambiar y se han cerrado todas tus sesiones. Si no has sido tú, vuelve a entrar con el enlace de abajo y avisa a quienes cuidan este lugar.
mail-email-changed-subject = Tu correo en { $site } ha cambiado
mail-email-changed-body = Tu cuenta en { $site } tiene ahora otra dirección de correo. Si no has sido tú, avisa enseguida a quienes cuidan este lugar.
mail-email-removed-subject = Tu correo en { $site } se ha quitado
mail-email-removed-body = Tu cuenta en { $site } ya no tiene dirección de correo. Este es el último mensaje a esta. Si no has sido tú, avisa enseguida a quienes cuidan este lugar.
mail-address-claimed-subject = Alguien ha escrito tu correo en { $site }
mail-address-claimed-body = Alguien acaba de dar tu dirección de correo en { $site } para otra cuenta. Para ti no ha cambiado nada, y no se le ha dicho que estás aquí. Si has sido tú: ya tienes una cuenta. Si no recuerdas la contraseña, pon una nueva aquí:
mail-suspended-subject = Tu cuenta en { $site } está suspendida
mail-suspended-body = Tu cuenta en { $site } ha sido suspendida. El motivo: { $reason }
mail-unsuspended-subject = De vuelta en { $site }
mail-unsuspended-body = Tu cuenta en { $site } está abierta de nuevo. Puedes entrar como antes.
mail-leaving-subject = Tu cuenta en { $site } se va a borrar
mail-leaving-body =
    { $days ->
        [one] Nos pediste borrar tu cuenta en { $site }. Dentro de { $days } día se borrará para siempre. Para conservarla, entra antes.
        [many] Nos pediste borrar tu cuenta en { $site }. Dentro de { $days } días se borrará para siempre. Para conservarla, entra antes.
       *[other] Nos pediste borrar tu cuenta en { $site }. Dentro de { $days } días se borrará para siempre. Para conservarla, entra antes.
    }
mail-kept-subject = Tu cuenta en { $site } se queda
mail-kept-body = Has vuelto a entrar, así que tu cuenta en { $site } no se borrará. Si aun así quieres irte, vuelve a pedirlo aquí:
mail-open = Abrir { $site }
mail-why = Recibes esta carta porque formas parte de { $site } y no has desactivado este tipo de cartas.
mail-choose = Elegir qué recibes
mail-stop = No recibir más cartas como esta
mail-test-subject = Una carta de { $site } para ver si llega el correo
mail-test-body = esta carta ha llegado, así que el correo funciona. Dónde está dice más: si estaba entre las no deseadas, mira los registros en la página de abajo.
