### The frame of every page: bars, menus, footer, and the shells that scripts fill.

frame-skip = Saltar al contenido
frame-navigation = Menú principal
frame-home = Inicio
frame-friends = Amigos
frame-people = Gente
frame-photos = Tus fotos
frame-saved = Guardados
frame-invitations = Invitaciones
frame-settings = Ajustes
frame-staff = Cuidar este lugar
frame-approvals = Solicitudes de ingreso
frame-admin = Administración
frame-account = Tu cuenta
frame-you = Tú
frame-post = Publicar
frame-new-post = Nueva publicación
frame-sign-in = Iniciar sesión
frame-sign-out = Cerrar sesión
frame-join = Unirse
frame-language = Idioma
frame-theme = Colores
frame-theme-light = Claro
frame-theme-dark = Oscuro
frame-theme-auto = Según el equipo
frame-about = Acerca de
frame-rules = Normas
frame-terms = Condiciones
frame-privacy = Privacidad
frame-imprint = Aviso legal
frame-contact = Contacto
frame-aside = Más por aquí
frame-loading = Cargando
frame-offline = Ahora mismo no hay conexión. Lo que has escrito sigue aquí; inténtalo de nuevo cuando tengas conexión.
frame-not-done = No ha funcionado. Lo que has escrito sigue aquí; inténtalo de nuevo en un momento.
frame-signed-out = Tu sesión se ha cerrado. Vuelve a entrar en otra pestaña; lo que has escrito se queda aquí.
frame-sure = ¿Seguro que sí?
frame-viewer = Foto
frame-proof-working = Comprobamos que eres una persona. Tarda unos segundos.
frame-proof-done = Todo bien, ya puedes enviar el formulario.
frame-proof-failed = La comprobación no funcionó. Puedes enviar el formulario de todos modos.
frame-friends-waiting =
    { $count ->
        [0] Amigos
        [one] Amigos, { $count } solicitud pendiente
       *[other] Amigos, { $count } solicitudes pendientes
    }
frame-approvals-waiting =
    { $count ->
        [0] Solicitudes de ingreso
        [one] Solicitudes de ingreso, { $count } pendiente
       *[other] Solicitudes de ingreso, { $count } pendientes
    }
