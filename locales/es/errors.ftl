### Qué ha fallado y qué ayuda. Primero las frases, después las páginas propias.

error-not-found = Esto no está aquí o no se ha compartido contigo.
error-sign-in-needed = Primero inicia sesión, por favor.
error-forbidden = Aquí no puedes hacer esto.
error-invalid = Hay algo que revisar en el formulario. Las notas junto a los campos dicen qué.
error-rate-limited =
    { $seconds ->
        [one] Han sido muchos intentos en poco tiempo. Inténtalo de nuevo en { $seconds } segundo.
       *[other] Han sido muchos intentos en poco tiempo. Inténtalo de nuevo en { $seconds } segundos.
    }
error-internal = Algo se ha roto por nuestra parte. Puede que no se haya guardado; inténtalo de nuevo.
error-too-large = Es más grande de lo que se puede enviar aquí. Prueba con algo más pequeño.
error-overloaded = Ahora mismo hay muchísima gente. Inténtalo de nuevo en un momento.
error-conflict = Esto ha cambiado mientras lo tenías abierto. Recarga la página y míralo de nuevo.
error-config = No se pueden usar los ajustes: { $problem }
error-form-expired = Este formulario ha estado abierto demasiado tiempo o has vuelto a iniciar sesión. Recarga la página y envíalo otra vez.
error-account-not-active = Tu cuenta no está activa en este momento. Su página dice por qué y qué puedes hacer.
error-required = Rellena este campo, por favor.
error-too-long =
    { $max ->
        [one] Es demasiado largo. Cabe como máximo { $max } carácter.
       *[other] Es demasiado largo. Caben como máximo { $max } caracteres.
    }
error-bad-email = Esto no parece una dirección de correo. Una tiene este aspecto: name@example.org.
error-bad-choice = Elige una de las respuestas que se ofrecen.
error-bad-number = Escribe un número entero, por favor.
error-bad-date = Ese día no existe. Revisa la fecha, por favor.
error-unknown-field = El formulario ha enviado algo inesperado. Recarga la página e inténtalo de nuevo.
error-reference = Si pides ayuda, da este número: { $reference }
error-page-401-title = Inicia sesión, por favor
error-page-401-text = Esta página es para miembros. Inicia sesión y volverás directamente a ella.
error-page-403-title = Esto no está abierto para ti
error-page-404-title = Aquí no hay nada
error-page-404-text = Puede que la página se haya eliminado, que la dirección esté mal escrita o que no se haya compartido contigo. Revisa la dirección o busca lo que querías encontrar.
error-page-404-visitor = Si tienes una cuenta aquí, inicia sesión: algunas páginas son solo para miembros.
error-page-409-title = Esto ha cambiado
error-page-413-title = Es demasiado grande
error-page-422-title = Hay algo que revisar
error-page-429-title = Un momento, por favor
error-page-500-title = Algo se ha roto por nuestra parte
error-page-500-text = No es culpa tuya y la causa ha quedado anotada. Inténtalo de nuevo; si sigue igual, avisa a quienes llevan esta comunidad.
error-page-503-title = Volvemos enseguida
error-page-503-text = Este sitio está muy ocupado o en mantenimiento ahora mismo. Inténtalo de nuevo dentro de poco.
