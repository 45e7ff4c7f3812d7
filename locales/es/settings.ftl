### Ajustes: resumen, sesiones, idioma y aspecto, marcharse.

settings-title = Ajustes
settings-not-active = Tu cuenta no está activa ahora mismo, así que solo puedes ajustar esto.
settings-account = Cuenta
settings-account-text = Nombre, nombre corto, correo, contraseña
settings-privacy = Privacidad
settings-privacy-text = Quién ve qué y quién puede acercarse
settings-filters = Palabras que omitir
settings-filters-text = Palabras que prefieres no leer
settings-language = Idioma y aspecto
settings-language-text = Idioma, colores, zona horaria
settings-sessions = Dónde has entrado
settings-sessions-text = Tus dispositivos y cómo cerrar su sesión
settings-leave = Marcharse
settings-leave-text = Tomarte un descanso o borrar tu cuenta
settings-time-zone = Zona horaria
settings-sessions-explained = Todos los navegadores en los que has entrado. Si no reconoces alguno, cierra su sesión y cambia tu contraseña.
settings-session-unknown = Navegador sin nombre
settings-session-this = Este
settings-session-facts = Desde { $began }, último uso: { $seen }
settings-session-rename = Cambiar el nombre
settings-session-name = Nombre
settings-session-end = Cerrar esa sesión
settings-sessions-end-others = Cerrar todas las demás
settings-rest-title = Tomarte un descanso
settings-rest-text = Nadie te ve ni ve lo que escribiste hasta que vuelvas a entrar. Todo queda como está.
settings-rest = Tomar un descanso
settings-delete-title = Borrar tu cuenta
settings-delete-text =
    { $days ->
        [one] Dejan de verte al momento. Durante { $days } día puedes cambiar de idea: basta con entrar. Después tus publicaciones, fotos, comentarios y amistades se borran para siempre.
        [many] Dejan de verte al momento. Durante { $days } días puedes cambiar de idea: basta con entrar. Después tus publicaciones, fotos, comentarios y amistades se borran para siempre.
       *[other] Dejan de verte al momento. Durante { $days } días puedes cambiar de idea: basta con entrar. Después tus publicaciones, fotos, comentarios y amistades se borran para siempre.
    }
settings-delete = Borrar la cuenta
settings-leave-last-owner = Eres la única persona propietaria de esta comunidad. Da antes ese papel a alguien más.
flash-saved = Guardado.
flash-password-changed = Tu contraseña ha cambiado. En los demás sitios se ha cerrado tu sesión.
flash-email-confirmed = Gracias, tu dirección está confirmada.
flash-email-on-its-way = Hemos enviado un correo a la dirección nueva. Contará en cuanto la confirmes allí.
flash-email-removed = Tu dirección se ha quitado.
flash-session-ended = Sesión cerrada.
flash-sessions-ended = Todas las demás sesiones están cerradas.
flash-account-rests = Tu cuenta descansa. Entra cuando quieras volver.
flash-account-leaves = Tu cuenta se borrará. Entra si cambias de idea.
flash-account-kept = Te damos la bienvenida de nuevo. Tu cuenta no se borrará.
