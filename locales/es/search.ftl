### Looking for people, posts, comments, photos, events and groups.

search-box = Buscar
search-title = Búsqueda
search-title-words = Resultados de «{ $words }»
search-kinds = Qué mostrar
search-all = Todo
search-people = Gente
search-posts = Publicaciones
search-comments = Comentarios
search-photos = Fotos
search-events = Eventos
search-groups = Grupos
search-more-people = Más gente
search-more-posts = Más publicaciones
search-more-comments = Más comentarios
search-more-photos = Más fotos
search-more-events = Más eventos
search-more-groups = Más grupos
search-narrow = Afinar la búsqueda
search-from = De quién
search-from-hint = El alias de una persona, por ejemplo «amina»
search-from-unknown = Nadie tiene este alias.
search-at = En este lugar
search-at-hint = Solo eventos: palabras del nombre de un lugar o de su dirección
search-after = A partir de este día
search-before = Hasta este día
search-on-wall = en el perfil de { $name }
search-under-post = en una publicación de { $name }
search-covered = Oculto por tu palabra «{ $word }»
search-begin-title = ¿Qué buscas?
search-begin-text = Escribe un nombre o palabras de una publicación, de un comentario, de un evento, de un grupo o de la descripción de una foto. Encontrarás lo que puedes ver.
search-none-title = No se ha encontrado nada
search-none-text = Prueba con menos palabras o escríbelas de otra manera. Los resultados contienen todas las palabras que escribes.
search-none-yet-title = Nada entre lo más reciente
search-none-yet-text = Estas palabras son tan frecuentes que solo se han mirado las publicaciones más recientes con ellas. Puedes ir más atrás.
search-filling = Las publicaciones antiguas todavía se están preparando para la búsqueda; por ahora puede faltar alguna.
search-offers =
    { $count ->
        [0] Sin sugerencias
        [one] { $count } sugerencia, elige con las flechas
        [many] { $count } de sugerencias, elige con las flechas
       *[other] { $count } sugerencias, elige con las flechas
    }
