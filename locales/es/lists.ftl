### Listas de personas para leer, que ofrecen las aplicaciones.

lists-too-many = Ya tienes { $limit } listas. Elimina una primero.
lists-needs-follow = En una lista solo puede haber personas a las que sigues.
lists-full = En una lista caben { $limit } personas.
