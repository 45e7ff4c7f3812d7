### Publicaciones que esperan su momento.

scheduled-too-soon = Una publicación programada necesita al menos 5 minutos.
scheduled-too-late = Falta demasiado. Elige un momento anterior.
scheduled-too-many = Ya esperan { $limit } de tus publicaciones. Retira una antes.
scheduled-title = Publicaciones en espera
scheduled-empty-title = No hay nada en espera
scheduled-empty-text = Lo que escribes para más tarde está aquí hasta entonces.
scheduled-due = Se publicará el { $when }
scheduled-refused = No se pudo publicar el { $when }
scheduled-refused-gone = Lo que comparte, o el lugar donde iba a estar, ya no está a tu alcance.
scheduled-photos =
    { $count ->
        [one] { $count } foto
       *[other] { $count } fotos
    }
scheduled-notice =
    { $count ->
        [one] Una de tus publicaciones no se pudo publicar a su hora.
       *[other] { $count } de tus publicaciones no se pudieron publicar a su hora.
    }
scheduled-see = Ver por qué
scheduled-retry = Intentarlo de nuevo
scheduled-cancel = Retirar
flash-scheduled-retried = Se intentará de nuevo en unos minutos.
flash-scheduled-cancelled = La publicación se ha retirado.
scheduled-later = Publicar más tarde
scheduled-when = Día y hora
scheduled-when-hint = En tu zona horaria, { $zone }. Déjalo vacío para publicar ahora.
scheduled-no-time = Esto no es un día y una hora.
scheduled-now = Publicar ahora
flash-scheduled = La publicación espera su hora.
drafts-title = Borradores
drafts-tabs = Publicaciones que aún no han salido
drafts-empty-title = No hay borradores
drafts-empty-text = Lo que empieces a escribir y guardes te espera aquí. Nadie más lo ve.
drafts-kept-at = Guardado el { $when }
drafts-go-on = Seguir escribiendo
drafts-discard = Descartar
drafts-discard-text = Lo que has escrito aquí desaparecerá.
drafts-kept = Guardado como borrador
drafts-keep = Guardar como borrador
drafts-too-many = Ya tienes { $limit } borradores. Descarta uno primero.
drafts-and-planned = Borradores y publicaciones planeadas
drafts-and-planned-text = Lo que empezaste a escribir y lo que espera su hora
flash-draft-kept = Guardado como borrador.
flash-draft-discarded = El borrador ya no está.
