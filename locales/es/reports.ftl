### Denuncias a la moderación.

reports-not-oneself = No puedes denunciarte a ti mismo.
reports-too-many = Una denuncia puede nombrar { $limit } publicaciones.
reports-unknown-rule = Esa regla no existe aquí.
