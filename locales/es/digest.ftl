### El resumen: una carta con lo que alguien se perdió.

digest-subject-daily = Lo que te perdiste ayer en { $site }
digest-subject-weekly = Lo que te perdiste esta semana en { $site }
digest-lead = esto pasó en { $site } mientras no estabas.
digest-notices = Para ti
digest-requests =
    { $count ->
        [one] { $count } solicitud de amistad espera tu respuesta
        [many] { $count } solicitudes de amistad esperan tu respuesta
       *[other] { $count } solicitudes de amistad esperan tu respuesta
    }
digest-with-others =
    { $count ->
        [one] { $title }, y { $count } persona más
        [many] { $title }, y { $count } personas más
       *[other] { $title }, y { $count } personas más
    }
digest-more = Hay más; lo encuentras entre tus avisos.
digest-scheduled-refused = Una publicación que tenías prevista no pudo salir
digest-posts = De tus amistades
digest-post = { $name }, { $when }
digest-photos =
    { $count ->
        [one] { $count } foto
        [many] { $count } fotos
       *[other] { $count } fotos
    }
