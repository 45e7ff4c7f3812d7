### The member directory.

people-title = Gente
people-search = Buscar por nombre
people-found = Gente para «{ $query }»
people-posts-with-tag = Publicaciones con esta etiqueta
people-none-title = No hay nadie
people-none-text = Prueba con el principio del nombre, del apellido o del alias.
people-show-all = Ver a todo el mundo
people-in-common =
    { $count ->
        [one] { $count } amistad en común
        [many] { $count } de amistades en común
       *[other] { $count } amistades en común
    }
