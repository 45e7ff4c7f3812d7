### Etiquetas que se siguen y etiquetas de perfiles.

tags-not-a-tag = Una etiqueta es una sola palabra de letras, cifras y guiones bajos.
tags-too-many = Ya tienes { $limit } etiquetas ahí. Quita una primero.
tags-follow = Seguir esta etiqueta
tags-unfollow = Dejar de seguir
tags-followed-hint = Lo que se escribe aquí para todos con esta etiqueta llega a tu página de inicio.
