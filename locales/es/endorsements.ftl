### Personas que un miembro recomienda en su perfil.

endorsements-needs-follow = Solo puedes recomendar a personas a las que sigues.
endorsements-too-many = Ya recomiendas a { $limit } personas. Quita una primero.
