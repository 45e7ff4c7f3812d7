### Denuncias a la moderación.

reports-not-oneself = No puedes denunciarte a ti mismo.
reports-too-many = Una denuncia puede nombrar { $limit } publicaciones.
reports-unknown-rule = Esa regla no existe aquí.
reports-report = Denunciar
reports-album-title = Denunciar este álbum
reports-photo-title = Denunciar esta foto
reports-text-photos = La moderación sabrá de qué se trata. La persona a la que pertenece no sabrá quién lo ha denunciado.
