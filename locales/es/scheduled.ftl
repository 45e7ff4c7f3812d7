### Publicaciones que esperan su momento.

scheduled-too-soon = Una publicación programada necesita al menos 5 minutos.
scheduled-too-late = Falta demasiado. Elige un momento anterior.
scheduled-too-many = Ya esperan { $limit } de tus publicaciones. Retira una antes.
