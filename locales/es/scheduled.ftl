### Publicaciones que esperan su momento.

scheduled-too-soon = Una publicación programada necesita al menos 5 minutos.
scheduled-too-late = Falta demasiado. Elige un momento anterior.
scheduled-too-many = Ya esperan { $limit } de tus publicaciones. Retira una antes.
scheduled-title = Publicaciones en espera
scheduled-empty-title = No hay nada en espera
scheduled-empty-text = Lo que escribes en una aplicación para más tarde está aquí hasta entonces.
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
