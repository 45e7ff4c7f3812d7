### Conversaciones: lo que no se puede enviar y por qué.

messages-text-missing = Escribe algo primero.
messages-text-too-long = Sobran { $over } caracteres. Un mensaje puede tener hasta { $limit }.
messages-too-many-photos =
    { $limit ->
        [one] Un mensaje puede llevar { $limit } foto.
       *[other] Un mensaje puede llevar hasta { $limit } fotos.
    }
messages-closed = No puedes escribir a esta persona.
messages-nobody-there = Aquí ya no hay nadie que pueda leerlo.
messages-accept-first = Acepta primero la invitación y podrás escribir aquí.
messages-wait-for-answer =
    { $limit ->
        [one] Puedes enviar { $limit } mensaje hasta que te respondan.
       *[other] Puedes enviar { $limit } mensajes hasta que te respondan.
    }
messages-too-many-strangers =
    { $limit ->
        [one] Puedes escribir a { $limit } persona nueva al día. Sigue mañana.
       *[other] Puedes escribir a { $limit } personas nuevas al día. Sigue mañana.
    }
messages-too-late-to-edit = Un mensaje se puede cambiar durante un día después de enviarlo.
messages-too-late-to-delete = Un mensaje se puede borrar para todas las personas durante un día después de enviarlo. Aún puedes quitarlo solo para ti.
messages-group-needs-people = Elige a alguien con quien hablar.
messages-too-many-people =
    { $limit ->
        [one] En un chat de grupo cabe { $limit } persona.
       *[other] En un chat de grupo caben hasta { $limit } personas.
    }
messages-cannot-be-added = No se puede añadir a este chat a una de las personas que elegiste.
messages-only-groups = De un chat de dos no se sale. Puedes archivarlo o silenciarlo.

### Las páginas de mensajes.

messages-title = Mensajes
messages-message = Mensaje
messages-new = Mensaje nuevo
messages-to = Mensaje para { $name }
messages-folders = Carpetas de mensajes
messages-inbox = Entrada
messages-requests = Solicitudes
messages-archived = Archivo
messages-empty-title = Aún no hay conversaciones
messages-empty-text = Escribe a tus amistades o crea un grupo con «Mensaje nuevo». En cada perfil también hay un botón para ello.
messages-no-requests-title = No hay solicitudes
messages-no-requests-text = Cuando te escribe gente que no está entre tus amistades, sus mensajes esperan aquí hasta que digas sí o no.
messages-none-archived-title = No hay nada archivado
messages-none-archived-text = Aquí están las conversaciones que apartas. Un mensaje nuevo las trae de vuelta, salvo que estén silenciadas.
messages-nothing-yet = Aún no se ha escrito nada.
messages-asks-you-in = { $name } te invita a este grupo
messages-line-own = Tú: { $words }
messages-line-by = { $name }: { $words }
messages-photos =
    { $count ->
        [one] { $count } foto
       *[other] { $count } fotos
    }
messages-photos-held =
    { $count ->
        [one] { $count } foto. La verás cuando aceptes.
       *[other] { $count } fotos. Las verás cuando aceptes.
    }
messages-deleted = Este mensaje se eliminó.
messages-more-people =
    { $count ->
        [one] { $count } persona más
       *[other] { $count } más
    }
messages-alone = Solo tú
messages-seen = Visto
messages-seen-by = Visto por { $names }
messages-today = Hoy
messages-yesterday = Ayer
messages-people =
    { $count ->
        [one] { $count } persona
       *[other] { $count } personas
    }
messages-unread =
    { $count ->
        [one] { $count } mensaje sin leer
       *[other] { $count } mensajes sin leer
    }
messages-muted = en silencio
messages-conversation = Conversación
messages-choose = Elige una conversación o empieza otra.
messages-who-reads = ¿Quién puede leer esto?
messages-who-reads-people = Las personas de la conversación. Quien entra más tarde en un grupo ve lo que se escribe desde entonces.
messages-who-reads-staff = Quienes cuidan de esta comunidad no lo ven en Kith. Si alguien de la conversación denuncia un mensaje, reciben ese mensaje y hasta cinco anteriores y posteriores, y nada más.
messages-who-reads-operator = Los mensajes no están cifrados de extremo a extremo. Quien administra el servidor podría, técnicamente, leerlos en la base de datos. Para secretos, usa una aplicación que cifre de dispositivo a dispositivo.
messages-new-line = Nuevo
messages-menu = Qué puedes hacer con este mensaje
messages-delete-for-all = Eliminar para todo el mundo
messages-hide = Eliminar para mí
messages-hide-text = Las demás personas lo siguen viendo. No vuelve.
messages-report = Denunciar
messages-text = Tu mensaje
messages-write = Escribe un mensaje…
messages-back = Volver a todos los mensajes
messages-search = Buscar en esta conversación
messages-about = Sobre esta conversación
messages-mark-unread = Marcar como no leído
messages-unmute = Dejar de silenciar
messages-archive = Archivar
messages-unarchive = Sacar del archivo
messages-clear = Eliminar todo para mí
messages-leave = Salir del grupo
messages-request = Solicitud
messages-request-person = { $name } quiere escribirte.
messages-request-group = { $name } te invita a este grupo.
messages-request-somebody = Tienes una invitación a esta conversación.
messages-request-hint = Nadie sabrá que la has mirado antes de que aceptes.
messages-accept = Aceptar
messages-found = Resultados de «{ $words }»
messages-none-found = No se encontró nada.
messages-none-found-yet = Nada por ahora. ¿Buscar más atrás?
messages-older = Mensajes anteriores
messages-newer = Mensajes posteriores
messages-newest = A lo más reciente
messages-typing = { $name } está escribiendo…
messages-will-be-request = Tu mensaje esperará entre las solicitudes de { $name } hasta que se acepte.
messages-no-friends = Aquí eliges a qué amistades escribir. Encuentra primero alguna, o escribe a alguien desde su perfil.
messages-new-people = ¿Para quién es?
messages-new-people-hint = Una persona: una conversación de dos. Varias: un grupo.
messages-group-name = Nombre del grupo
messages-back-to-chat = Volver a la conversación
messages-inside = Quién está
messages-looks-after = cuida de este grupo
messages-is-asked = con invitación, aún sin respuesta
messages-remove-text = Ya no verá nada de lo que se escriba aquí.
messages-add-people = Añadir personas
messages-add-people-hint = Ven lo que se escribe desde entonces. A algunas se les pregunta antes, según lo que eligieron.
messages-picture = Imagen del grupo
messages-picture-drop = Quitar la imagen
messages-leave-title = ¿Salir de este grupo?
messages-leave-text = No verás nada más de él. Alguien del grupo tendrá que añadirte de nuevo.
messages-clear-title = ¿Eliminar esta conversación para ti?
messages-clear-text = Todos los mensajes hasta ahora desaparecen para ti. Las demás personas los conservan.
messages-edit = Editar mensaje
messages-edit-hint = Las demás personas ven que se editó.
messages-delete-title = ¿Eliminar este mensaje para todo el mundo?
messages-delete-text = Queda un hueco vacío en la conversación. Durante unos segundos puedes deshacerlo.
messages-report-title = Denunciar este mensaje
messages-report-text =
    { $count ->
        [one] La moderación recibe una copia de este mensaje y de { $count } anterior y posterior. No se le abre nada más de la conversación. Quien lo escribió no sabrá quién lo denunció.
       *[other] La moderación recibe una copia de este mensaje y de hasta { $count } anteriores y posteriores. No se le abre nada más de la conversación. Quien lo escribió no sabrá quién lo denunció.
    }
messages-report-reason = ¿Qué tiene de malo?
messages-report-spam = Publicidad no deseada o estafa
messages-report-legal = Va contra la ley
messages-report-violation = Rompe las normas de esta comunidad
messages-report-other = Otra cosa
messages-report-comment = ¿Qué debería saber la moderación?
messages-report-send = Enviar denuncia
flash-chat-made = El grupo está listo.
flash-chat-asked = Hecho. A algunas personas se les preguntó antes y entrarán cuando digan que sí.
flash-chat-accepted = Aceptada. Ya puedes escribir.
flash-chat-declined = La solicitud ya no está. Nadie se entera.
flash-chat-unread = Marcada como no leída.
flash-chat-muted = Esta conversación está silenciada.
flash-chat-unmuted = Esta conversación vuelve a avisar.
flash-chat-archived = Archivada.
flash-chat-unarchived = De vuelta en la entrada.
flash-chat-cleared = Eliminada para ti.
flash-chat-left = Has salido del grupo.
flash-chat-people-added = Ya están en el grupo.
flash-chat-person-removed = Ya no está en el grupo.
flash-chat-renamed = El nombre está guardado.
flash-chat-picture-set = La imagen está guardada.
flash-chat-picture-removed = La imagen se quitó.
flash-message-deleted = Eliminado para todo el mundo.
flash-message-hidden = Eliminado para ti.
flash-message-reported = Gracias. La moderación lo mirará.
frame-messages = Mensajes
frame-messages-unread =
    { $count ->
        [0] Mensajes
        [one] Mensajes, { $count } conversación sin leer
       *[other] Mensajes, { $count } conversaciones sin leer
    }
privacy-messages = Quién puede enviarme un primer mensaje
privacy-added-to-chats = Mis amistades pueden añadirme a grupos
privacy-added-to-chats-hint = Si no, se te pregunta cada vez.
privacy-read-marks = Mostrar hasta dónde he leído
privacy-read-marks-hint = Y que estoy escribiendo. Sin ello tampoco lo ves de los demás.
privacy-presence = Mis amistades ven cuándo estoy aquí
privacy-presence-hint = Solo quienes también lo muestran. Sin ello tampoco lo ves de ellas.
