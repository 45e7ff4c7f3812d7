### Una foto en su propia página.

photos-photo = Foto
photos-of = Foto de { $name }
photos-position = Foto { $position } de { $total }
photos-to-post = Ir a la publicación
photos-largest = Tamaño completo
photos-describe = Descripción
photos-describe-hint = Di qué muestra la foto, para quienes no pueden verla.
flash-photo-described = La descripción está guardada.
flash-photo-removed = La foto se ha quitado.
