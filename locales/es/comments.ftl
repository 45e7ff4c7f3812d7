### Comments: under posts and on a page of their own.

comments-comments = Comentarios
comments-comment = Comentar
comments-count =
    { $count ->
        [one] { $count } comentario
       *[other] { $count } comentarios
    }
comments-see-more =
    { $count ->
        [one] Ver { $count } comentario más
       *[other] Ver { $count } comentarios más
    }
comments-more-replies =
    { $count ->
        [one] Ver { $count } respuesta más
       *[other] Ver { $count } respuestas más
    }
comments-all = Todos los comentarios
comments-newest = Los más nuevos primero
comments-oldest = Desde el principio
comments-none = Todavía nadie ha comentado.
comments-gone = Este comentario ya no está.
comments-closed = Los comentarios están cerrados.
comments-close = Cerrar comentarios
comments-open = Abrir de nuevo los comentarios
comments-write = Escribe un comentario…
comments-yours = Tu comentario
comments-reply = Responder
comments-reply-to = Tu respuesta a { $name }
comments-answers = responde a
comments-edit = Editar comentario
comments-delete-title = ¿Eliminar este comentario?
comments-delete-text = Puedes deshacerlo durante diez segundos.
comments-who = Quién puede comentar
comments-who-same = Todos los que lo ven
comments-who-friends = Amigos
comments-who-people = Determinadas personas
comments-who-nobody = Nadie
comments-text-missing = Escribe algo primero.
comments-text-too-long = Te pasas por { $over } caracteres. Un comentario puede tener hasta { $limit }.
comments-not-allowed = No puedes comentar esta publicación.
flash-comment-deleted = Comentario eliminado.
flash-comment-restored = El comentario ha vuelto.
flash-comments-closed = Los comentarios están cerrados.
flash-comments-open = Los comentarios están abiertos de nuevo.
comments-photo = Añadir una foto
comments-photo-kept = Se ha guardado y va con el comentario.
comments-photo-drop = Quitar la foto
comments-save = Guardar
comments-unsave = Quitar de guardados
comments-saved = Comentarios guardados
comments-saved-posts = Publicaciones guardadas
comments-saved-empty-title = Aún no has guardado ningún comentario
comments-saved-empty-text = Los comentarios que guardes te esperan aquí. Nadie más lo ve.
flash-comment-saved = Guardado. Lo encuentras en «Comentarios guardados».
flash-comment-unsaved = Quitado de guardados.
