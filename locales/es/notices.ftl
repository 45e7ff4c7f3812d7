### Avisos: la página, la campana, las cartas y lo que se elige.

push-also-commented = { $name } también comentó
push-poll-closed = Una encuesta ha terminado
push-post-edited = { $name } cambió una publicación en la que participaste
push-birthday = Hoy es el cumpleaños de { $name }
push-scheduled-refused = Una publicación tuya no pudo salir a su hora
push-scheduled-published = Tu publicación programada ya ha salido
push-signup-pending = Alguien quiere unirse
push-report-received = Hay una denuncia nueva
push-security-login = Se ha entrado en tu cuenta con un navegador que no conocemos
push-security-changed = Se ha cambiado tu contraseña o tu dirección de correo
notices-title = Avisos
notices-tabs = Qué avisos
notices-all = Todos
notices-unread = Sin leer
notices-mentions = Menciones
notices-held = Apartados
notices-held-text = De personas que aún no conoces. Aquí nada suena ni cuenta.
notices-read-all = Marcar todo como leído
notices-mark-read = Marcar como leído
notices-mark-unread = Marcar como no leído
notices-remove = Quitar
notices-release = Mostrar con los demás
notices-more = Más sobre este aviso
notices-new = Nuevo:
notices-today = Hoy
notices-none-here = Nada por aquí
notices-none-here-text = Ahora mismo ningún aviso encaja con esta selección.
notices-empty-title = Todo tranquilo
notices-empty-text = Cuando alguien reaccione, te responda o te mencione, lo leerás aquí.
notices-reaction-post = { $name }: reacción a tu publicación { $emoji }
notices-reaction-comment = { $name }: reacción a tu comentario { $emoji }
notices-commented = { $name }: comentario en tu publicación
notices-also-commented = { $name }: comentario donde tú también comentaste
notices-shared = { $name }: publicación tuya compartida
notices-following = Te sigue ahora: { $name }
notices-friends = Nuevo entre tus amistades: { $name }
notices-birthdays = Cumpleaños hoy: { $name }
flash-notices-read = Todo marcado como leído.
flash-notice-removed = Quitado.
flash-notice-released = Ahora está con los demás.
notices-mail-subject = { $title }
notices-mail-body = { $title }: «{ $beginning }»
notices-mail-body-bare = { $title }.
notices-mail-many-subject =
    { $count ->
        [one] Una novedad para ti en { $site }
        [many] { $count } de novedades para ti en { $site }
       *[other] { $count } novedades para ti en { $site }
    }
notices-mail-many-lead = esto pasó en { $site } desde la última carta.
notices-choices = De qué se te avisa
notices-choices-text = Por qué vías, y cuándo hay silencio
notices-kind = Qué ha pasado
notices-way-here = Aquí
notices-way-push = En tus dispositivos
notices-way-mail = Correo al momento
notices-way-digest = Resumen
notices-group-people = Personas
notices-group-words = Publicaciones y comentarios
notices-group-changes = Lo que cambia con el tiempo
notices-group-staff = Cuidar de este lugar
notices-group-security = Seguridad (siempre activa)
notices-quiet = Horas de silencio
notices-quiet-text = Entre estas horas no suena ninguna aplicación ni sale correo al momento. Aquí lo encuentras todo como siempre. La seguridad es la excepción.
notices-quiet-on = Silencio cada día
notices-quiet-from = Desde
notices-quiet-to = Hasta
notices-no-time = Indica una hora, por ejemplo 22:00.
notices-quiet-empty = Elige un final distinto del comienzo.
notices-unknown = Personas que no conoces
notices-unknown-text = Tus amistades y las personas que sigues siempre pasan.
notices-strangers = Personas que no son amistades ni sigues
notices-newcomers = De ellas, las que llegaron en los últimos 30 días
notices-allow = Mostrar como cualquier otro
notices-hold = Apartar
notices-drop = Omitir
notices-kind-friend-request = Una solicitud de amistad
notices-kind-friend-accepted = Tu solicitud se acepta
notices-kind-new-follower = Alguien te sigue
notices-kind-joined = Alguien se une con tu invitación
notices-kind-birthday = El cumpleaños de una amistad
notices-kind-comment = Un comentario en tu publicación
notices-kind-reply = Una respuesta a tu comentario
notices-kind-also-commented = Un comentario donde comentaste
notices-kind-mention = Se te menciona
notices-kind-wall-post = Una publicación en tu perfil
notices-kind-reaction = Una reacción
notices-kind-share = Se comparte tu publicación
notices-kind-quote = Se comparte tu publicación con palabras
notices-kind-see-first = Una publicación de alguien a quien ves primero
notices-kind-poll-closed = Termina una encuesta
notices-kind-post-edited = Cambia una publicación en la que participaste
notices-kind-scheduled-published = Sale tu publicación programada
notices-kind-scheduled-refused = Tu publicación programada no pudo salir
notices-kind-signup = Alguien pide unirse
notices-kind-report = Una denuncia nueva
notices-kind-security-login = Entra un navegador desconocido
notices-kind-security-changed = Cambia la contraseña o el correo
notices-others =
    { $count ->
        [one] { $count } persona más
        [many] { $count } de personas más
       *[other] { $count } personas más
    }
frame-notices-unread =
    { $count ->
        [0] Avisos
        [one] Avisos, { $count } sin leer
        [many] Avisos, { $count } sin leer
       *[other] Avisos, { $count } sin leer
    }
notices-group-messages = Mensajes
notices-kind-message = Un mensaje
notices-kind-message-request = Alguien nuevo te escribe
notices-kind-message-reaction = Una reacción a tu mensaje
notices-kind-chat-added = Te añaden a un chat
push-saved-reminder = Querías que te lo recordáramos
push-album-invite = { $name } te pide fotos para un álbum
push-tag-photo = { $name } te ha etiquetado en una foto
push-tag-review = { $name } quiere etiquetarte en una foto
push-memory = Tienes recuerdos de este día
notices-kind-saved-reminder = Un recordatorio que pusiste
notices-kind-album-invite = Alguien te pide fotos para un álbum
notices-kind-tag-photo = Te etiquetan en una foto
notices-kind-tag-review = Una etiqueta espera tu respuesta
notices-kind-memory = Algo tuyo en este día
