### Eventos: listas y calendarios, la página de un evento, lo que se dice de ellos.

frame-events = Eventos
events-title = Eventos
events-upcoming = Próximos
events-calendar = Calendario
events-mine = Los míos
events-past = Pasados
events-invitations =
    { $count ->
        [0] Invitaciones
        [one] Invitaciones ({ $count })
        [many] Invitaciones ({ $count })
       *[other] Invitaciones ({ $count })
    }
events-new = Nuevo evento
events-empty-upcoming = Nada previsto todavía
events-empty-upcoming-text = Aquí aparecerán los eventos que puedas ver en cuanto alguien cree uno.
events-empty-mine = Aún no tienes eventos
events-empty-mine-text = Aquí aparece lo que organizas y a lo que vas.
events-empty-invited = No hay invitaciones pendientes
events-empty-invited-text = Cuando alguien te invite, podrás responder aquí.
events-empty-past = Todavía no ha habido nada
events-empty-past-text = Aquí encontrarás los eventos que ya terminaron.
events-there = { $when }, hora local ({ $zone })

# The calendar.
events-view-month = Mes
events-view-week = Semana
events-view-list = Lista
events-today = Hoy
events-earlier = Antes
events-later = Después
events-show-all = Mostrar todos los eventos
events-show-mine = Mostrar solo los míos
events-birthday = Cumpleaños: { $name }

# For whom it is, and how it stands.
events-audience-public = Todo el mundo, también fuera
events-audience-community = Todas las personas de aquí
events-audience-friends = Amistades
events-audience-invited = Solo quienes estén invitados
events-state-draft = Borrador
events-state-scheduled = A la espera de publicarse
events-state-cancelled = Cancelado
events-state-draft-text = Es un borrador. Solo lo ven quienes organizan.
events-state-scheduled-text = Se publicará el { $when }.
events-state-cancelled-text = Este evento está cancelado.
events-state-time-cancelled-text = Esta fecha está cancelada. Las demás se mantienen.
events-state-past-text = Este evento ya terminó.
events-state-changed-text = Cambió la hora o el lugar: { $when }

# The page of one event.
events-map = Ver en un mapa
events-online-open = Participar en línea
events-online-secret = Solo quienes van ven este enlace.
events-host = Organiza
events-co-host = Ayuda a organizar
events-tickets = Conseguir entradas
events-download = Archivo de calendario
events-guests = Asistentes
events-invite = Invitar a amistades
events-register = Asistir sin cuenta
events-price = Precio
events-category = Tipo de evento
events-tags = Palabras clave
events-languages = Idiomas que se hablan
events-accessibility = Accesibilidad
events-answer-until = Responder hasta
events-answer = ¿Vas a venir?
events-answer-now = Tu respuesta
events-answer-all = Tu respuesta vale para todas las fechas.
events-answer-unconfirmed = Aún sin confirmar
events-answer-invited = Con invitación
events-answer-going = Asistencia confirmada
events-answer-maybe = Quizás
events-answer-interested = Me interesa
events-answer-declined = No asiste
events-answer-waitlisted = En lista de espera
events-answer-pending = A la espera de confirmación
events-answer-removed = Fuera de la lista
events-choose-going = Voy
events-choose-declined = No voy
events-companions-mine = ¿A cuántas personas traes?
events-withdraw = Retirar mi respuesta
events-places-left =
    { $count ->
        [one] Queda { $count } plaza
        [many] Quedan { $count } de plazas
       *[other] Quedan { $count } plazas
    }
events-places-none = No quedan plazas
events-places-waiting = No quedan plazas, pero hay lista de espera
events-count-going =
    { $count ->
        [one] { $count } persona va
        [many] { $count } de personas van
       *[other] { $count } personas van
    }
events-count-maybe =
    { $count ->
        [one] { $count } quizás
        [many] { $count } quizás
       *[other] { $count } quizás
    }
events-count-interested =
    { $count ->
        [one] { $count } persona interesada
        [many] { $count } de personas interesadas
       *[other] { $count } personas interesadas
    }
events-count-waiting =
    { $count ->
        [one] { $count } en espera
        [many] { $count } en espera
       *[other] { $count } en espera
    }
events-slots = Quién trae qué
events-slot-count = { $taken } de { $needed }
events-slot-take = Me encargo
events-slot-free = Al final no
events-slot-taken = Ya hay suficientes personas para esto.
events-next-times = Otras fechas
events-talk = Conversación
events-talk-empty = Nadie ha dicho nada todavía.
events-talk-write = Decir algo
events-hosting = Tú organizas esto
events-hosts = Quién organiza
events-add-host = Deja que una amistad ayude a organizar
events-hand-over = Traspasar
events-cancel = Cancelar evento
events-cancel-text = Se avisará a quienes estén invitados o vayan. No se puede deshacer.
events-delete = Eliminar evento
events-delete-text = El evento desaparecerá con todas las respuestas y lo que se dijo.

# The form.
events-create = Crear evento
events-edit = Editar evento
events-edit-one-hint = El título, la hora y el lugar cambian solo en esta fecha. Lo demás vale para todas.
events-scope-hint = Este evento se repite. ¿Qué quieres cambiar?
events-scope-this = Solo esta fecha
events-scope-following = Esta fecha y las siguientes
events-scope-all = Todas las fechas
events-field-title = Título
events-field-starts = Empieza
events-field-ends = Termina (opcional)
events-field-all-day = Todo el día
events-field-place = Lugar
events-field-address = Dirección
events-field-map = Enlace a un mapa
events-field-online = Enlace para participar en línea
events-field-online-hint = Solo lo verán quienes vayan.
events-field-text = De qué se trata
events-field-audience = ¿Quién puede verlo?
events-section-repeat = Repetir
events-field-repeat = ¿Cómo se repite?
events-repeat-none = No se repite
events-repeat-daily = Por días
events-repeat-weekly = Por semanas
events-repeat-monthly = Por meses, en la misma fecha
events-repeat-monthly-nth = Por meses, el mismo día de la semana (como el segundo viernes)
events-repeat-monthly-last = Por meses, el último de ese día de la semana
events-repeat-yearly = Por años
events-repeat-keep = Como hasta ahora
events-field-every = ¿Cada cuántos?
events-field-every-hint = 1 es cada vez; 2, una de cada dos.
events-field-days = ¿Qué días de la semana? (solo por semanas)
events-field-until = Hasta
events-field-count = Cuántas veces
events-section-guests = Asistentes y plazas
events-field-shows-guests = Quien ve el evento ve quién va
events-field-guests-invite = Los asistentes pueden invitar a sus amistades
events-field-discussion = Los asistentes pueden conversar en la página
events-field-approval = Confirmo primero a cada asistente
events-field-strangers = También puede venir gente sin cuenta (solo si lo ve todo el mundo)
events-field-capacity = Número de plazas
events-field-capacity-hint = Déjalo vacío si hay sitio para todo el mundo.
events-field-waiting = Llevar una lista de espera cuando esté lleno
events-field-companions = ¿A cuántas personas puede traer cada asistente?
events-field-answer-until = Respuestas hasta
events-field-questions = Preguntas a los asistentes
events-field-questions-hint = Una por línea, cinco como mucho. Por ejemplo: ¿qué no comes?
events-field-consent = Lo que los asistentes deben aceptar
events-field-consent-hint = Por ejemplo: se harán fotos.
events-field-slots = Quién trae qué
events-field-slots-hint = Uno por línea, con la cantidad. Por ejemplo: Tarta: 3
events-section-more = Más detalles
events-field-accessibility-hint = Por ejemplo: sin escalones, bucle magnético, sala tranquila.
events-field-tickets = Enlace a las entradas
events-field-cover = Imagen
events-field-cover-alt = Lo que muestra la imagen, para quien no la ve
events-field-drop-cover = Quitar esta imagen
events-field-publish = ¿Cuándo se muestra?
events-publish-now = Publicar ahora
events-publish-later = Guardar como borrador
events-publish-at = Publicar en una fecha
events-field-publish-at = Publicar el

# Guests, invitations and the door.
events-brings =
    { $count ->
        [one] trae a { $count } persona
        [many] trae a { $count } de personas
       *[other] trae a { $count } personas
    }
events-guests-empty = Nadie todavía
events-guests-empty-text = Aquí aparecen quienes estén invitados o respondan.
events-welcome = Aceptar
events-invite-send = Invitar
events-invite-empty = No queda nadie por invitar
events-invite-empty-text = Puedes invitar a tus amistades. Ya lo saben todas, o aún no tienes ninguna aquí.
events-invite-nobody = Elige al menos a una persona.
events-invite-friends-only = Solo puedes elegir a tus amistades.
events-too-many-invited =
    { $max ->
        [one] Puedes invitar a { $max } persona al día. Sigue mañana.
        [many] Puedes invitar a { $max } de personas al día. Sigue mañana.
       *[other] Puedes invitar a { $max } personas al día. Sigue mañana.
    }
events-too-many-hosts = Ya organizan suficientes personas.
events-door = Entrada
events-check-in = Está aquí
events-here = Aquí
events-here-count = { $here } de { $all } están aquí
events-door-code = Tu código para la entrada
events-door-code-enter = Código de un asistente
events-wrong-door-code = Nadie en la lista tiene este código.

# Guests without an account.
events-register-text = Te enviamos un código por correo. Estarás en la lista cuando lo introduzcas. Solo quienes organizan ven tu nombre y tu dirección, que se borran con el evento.
events-register-send = Enviarme el código
events-guest = Tu plaza
events-guest-text = Introduce el código del correo que te enviamos.
events-guest-code = Código
events-guest-confirm = Confirmar
events-guest-leave = Al final no voy
events-wrong-code = Este código no es correcto. Mira el correo más reciente.
events-mail-confirm-subject = Tu código para { $event }
events-mail-confirm = Quieres venir a { $event }. Tu código es { $code }. Si no has sido tú, no hagas nada: sin el código no pasa nada.
events-mail-promoted-subject = Tienes plaza: { $event }
events-mail-promoted = Hay una plaza para ti en { $event }. Tu código es ahora { $code }.
events-mail-changed-subject = Cambió la hora o el lugar: { $event }
events-mail-changed = Ha cambiado la hora o el lugar de un evento al que vas. Ahora es { $event }. Tu código es ahora { $code }.
events-mail-cancelled-subject = Cancelado: { $event }
events-mail-cancelled = Un evento al que ibas se ha cancelado, entero o en parte: { $event }. Su página dice más. Tu código es ahora { $code }.
events-mail-see = Abrir tu plaza
events-mail-why = Recibes esto porque se dio esta dirección para un evento de { $site }.

# Calendar files.
events-files = Archivos de calendario
events-subscribe = Tus eventos en otro calendario
events-subscribe-text = Da esta dirección al calendario de tu teléfono u ordenador. Mostrará lo que organizas y a lo que vas, siempre al día.
events-subscribe-address = Dirección privada
events-subscribe-reset-text = Quien conozca esta dirección ve tus eventos. Crea una nueva si alguien ya no debe verlos.
events-subscribe-reset = Crear una dirección nueva
events-import = Traer eventos de otro calendario
events-import-text = Elige un archivo de calendario; su nombre acaba en .ics. Organizas todo lo que contiene. Lo que ya trajiste queda como está.
events-import-file = Archivo de calendario
events-import-drafts = Guardar todo como borrador
events-import-send = Traer
events-import-done = Eventos nuevos: { $made }. Ya conocidos: { $known }.
events-import-refused = Estos no se pudieron traer:
events-import-no-calendar = No es un archivo de calendario.
events-import-no-events = Este archivo no contiene eventos.
events-import-too-large = Este archivo es demasiado grande: caben { $max } eventos y 2 MB como mucho.
events-import-no-time = No dice cuándo es.
events-import-repeats = Se repite de una forma que aquí no es posible.
events-import-invalid = Hay algo que aquí no encaja.

# What cannot be, and why.
events-bad-link = Indica una dirección completa que empiece por https://.
events-bad-time = Indica un día y una hora.
events-ends-early = Termina antes de empezar.
events-too-long = Un evento dura dos meses como mucho. Haz que se repita.
events-until-early = Este día es anterior al comienzo.
events-count-or-until = Indica un último día o un número, no ambos.
events-publish-past = Ese momento ya pasó. Elige otro posterior.
events-capacity-range = Elige entre 1 y { $max } plazas.
events-companions-range = Elige un número de 0 a { $max }.
events-too-many-questions = Haz { $max } preguntas como mucho.
events-too-many-slots = Escribe { $max } líneas como mucho.
events-bad-slots = Cada línea necesita un nombre propio y un número del 1 al 1000, como Tarta: 3
events-consent-missing = Acéptalo primero o elige otra respuesta.
events-answers-closed = Ya no se aceptan respuestas.
events-full =
    { $left ->
        [one] Solo queda { $left } plaza.
        [many] No hay plazas suficientes; quedan { $left }.
       *[other] No hay plazas suficientes; quedan { $left }.
    }
events-cancelled-already = Este evento ya está cancelado.
events-cancel-first = Hay gente que cuenta con este evento. Cancélalo primero.
events-newcomer-audience = Aún llevas poco tiempo aquí para dirigirte a tanta gente. Elige un público menor por ahora.

# What just happened.
flash-event-made = El evento está publicado.
flash-event-kept = El evento está guardado. Nadie más lo ve todavía.
flash-event-saved = El evento ha cambiado.
flash-event-cancelled = Está cancelado. Se avisa a los asistentes.
flash-event-deleted = El evento está eliminado.
flash-event-answered = Tu respuesta está guardada.
flash-event-waiting = Está lleno. Estás en la lista de espera y te avisaremos.
flash-event-pending = Quienes organizan deben confirmarlo. Te avisaremos.
flash-event-withdrawn = Tu respuesta se ha retirado.
flash-event-guests = La lista ha cambiado.
flash-event-invited = Las invitaciones están enviadas.
flash-event-hosts = La organización ha cambiado.
flash-event-code-sent = Te hemos enviado un código por correo.
flash-event-left = Ya no estás en la lista.
flash-event-address = La dirección está lista. Una anterior ya no abre nada.

# Notices.
push-event-invite = { $name } te invita a un evento
push-event-response = { $name } respondió a tu invitación
push-event-changed = Cambió la hora o el lugar de un evento
push-event-cancelled = Un evento está cancelado
push-event-reminder = Se acerca un evento
push-event-promoted = Tienes plaza en un evento
push-event-discussion = { $name } escribió sobre un evento
notices-event-responses = Respuestas a tu evento: { $name }
notices-event-discussions = Sobre un evento al que vas: { $name }
notices-group-events = Eventos
notices-kind-event-invite = Una invitación a un evento
notices-kind-event-response = Una respuesta a tu evento
notices-kind-event-changed = Cambia la hora o el lugar
notices-kind-event-cancelled = Se cancela un evento
notices-kind-event-reminder = Un recordatorio, un día y una hora antes
notices-kind-event-promoted = Consigues plaza
notices-kind-event-discussion = Alguien habla de un evento al que vas

# El mismo evento en otros idiomas.
events-language-twice = Otro texto de este evento ya está en este idioma.
events-languages-too-many = Un evento puede tener { $limit } idiomas como máximo.
