### Posts: the card, the composer, what is done to a post.

posts-ask = ¿Qué tienes en mente, { $name }?
posts-ask-wall = Escribe algo a { $name }
posts-on-wall = en el perfil de { $name }
posts-text = Tu publicación
posts-write = Escribe algo
posts-post-to = Publicar para: { $audience }
posts-share-title = Compartir una publicación
posts-more-options = Más opciones
posts-cover = Cubrir el contenido
posts-cover-hint = Por ejemplo: cómo acaba la película
posts-language = Idioma
posts-language-auto = Según el texto
posts-formatting = Formato
posts-bold = Negrita
posts-italic = Cursiva
posts-bullets = Lista
posts-quote = Cita
posts-link = Enlace
posts-photos-add = Añadir fotos
posts-photos-add-hint = Podrás describirlas al editar.
posts-photos-most = Hasta { $limit } imágenes.
posts-photo-describe = Describe esta foto
posts-photo-describe-hint = Para quienes no pueden verla
posts-photo-keep = Conservar esta foto
posts-photo-remove = Quitar la foto
posts-photo-up = Subir
posts-photo-sending = Enviando
posts-photo-failed = No se pudo enviar esta foto. Inténtalo de nuevo.
posts-photo-number = Foto { $number }
posts-photos-too-many = Son demasiadas fotos para una publicación. Caben hasta { $limit }.
posts-photos-only = Aquí solo se pueden añadir fotos. Los demás archivos se han dejado fuera.
posts-text-missing = Escribe algo o añade una foto.
posts-text-too-long = Te pasas por { $over } caracteres. Una publicación puede tener hasta { $limit }.
posts-cover-too-long = La cubierta se pasa por { $over } caracteres. Caben hasta { $limit }.
posts-language-unknown = Elige un idioma de la lista.
posts-newcomer-photos =
    { $limit ->
        [one] Mientras eres nuevo aquí, una publicación puede tener { $limit } foto.
       *[other] Mientras eres nuevo aquí, una publicación puede tener hasta { $limit } fotos.
    }
posts-photos-grow-first =
    Cuando hayas estado aquí { $days ->
        [one] { $days } día
       *[other] { $days } días
    } y escrito { $posts ->
        [one] { $posts } publicación
       *[other] { $posts } publicaciones
    }, podrá tener { $next }.
posts-photos-grow =
    Cuando hayas estado aquí { $days ->
        [one] { $days } día
       *[other] { $days } días
    }, escrito { $posts ->
        [one] { $posts } publicación
       *[other] { $posts } publicaciones
    } y { $people ->
        [one] { $people } persona haya comentado
       *[other] { $people } personas hayan comentado
    }, podrá tener { $next }.
posts-newcomer-links =
    { $limit ->
        [one] Mientras eres nuevo aquí, un texto puede tener { $limit } enlace.
       *[other] Mientras eres nuevo aquí, un texto puede tener hasta { $limit } enlaces.
    }
posts-newcomer-mentions =
    { $limit ->
        [one] Mientras eres nuevo aquí, un texto puede mencionar a { $limit } persona.
       *[other] Mientras eres nuevo aquí, un texto puede mencionar hasta a { $limit } personas.
    }
posts-newcomer-pace =
    { $limit ->
        [one] Mientras eres nuevo aquí, puedes escribir { $limit } publicación al día. Vuelve mañana.
       *[other] Mientras eres nuevo aquí, puedes escribir hasta { $limit } publicaciones al día. Vuelve mañana.
    }
posts-by = Publicación de { $name }
posts-former-member = Antiguo miembro
posts-more = Más sobre esta publicación
posts-see-more = Ver más
posts-edited = editado
posts-pinned = Fijada
posts-pin = Fijar en mi perfil
posts-unpin = Dejar de fijar
posts-save = Guardar para luego
posts-unsave = Quitar de guardados
posts-saved = Guardado
posts-saved-empty-title = Aún no has guardado nada
posts-saved-empty-text = Lo que guardes desde el menú de una publicación te espera aquí. Nadie más lo ve.
posts-tag-empty-title = Aún no hay nada aquí
posts-tag-empty-text = Aquí aparecen las publicaciones con esta etiqueta que puedes ver.
posts-link-copied = Enlace copiado
posts-edit = Editar publicación
posts-change-audience = Cambiar quién puede verla
posts-history = Lo que decía esta publicación
posts-history-text = Quien puede ver la publicación puede ver sus cambios.
posts-see-changes = Ver cambios
posts-says-now = Desde { $time }
posts-said-from = A partir de { $time }
posts-photos-changed = Se cambiaron las fotos; el texto siguió igual
posts-back-to-post = Volver a la publicación
posts-delete-title = ¿Eliminar esta publicación?
posts-delete-text = Puedes deshacerlo durante diez segundos. Después desaparece para siempre, con sus fotos y comentarios.
posts-wrote-to = escribió a
posts-shared-a-post = compartió una publicación
posts-original-gone = La publicación original ya no está, o no es para ti.
posts-share-count =
    { $count ->
        [one] Compartida { $count } vez
       *[other] Compartida { $count } veces
    }
posts-filtered = Cubierta por tu filtro: { $word }
flash-posted = Tu publicación ya está.
flash-post-changed = Guardado. Las palabras anteriores siguen disponibles en «editado».
flash-post-deleted = Publicación eliminada.
flash-post-restored = La publicación ha vuelto.
flash-undo-too-late = Era demasiado tarde para deshacerlo.
flash-post-pinned = Fijada en tu perfil.
flash-post-unpinned = Ya no está fijada.
flash-post-saved = Guardada. La encuentras en «Guardado».
flash-post-unsaved = Quitada de guardados.

# La misma publicación en otros idiomas.
posts-language-add = Añadir otro idioma
posts-language-number = Idioma { $number }
posts-language-choose = Elige el idioma
posts-language-text = El mismo texto en este idioma
posts-language-text-hint = Cada persona ve el texto que mejor le va, con un enlace a los demás.
posts-language-room = Espacio para un idioma más
posts-language-missing = Elige el idioma de este texto.
posts-language-twice = Otro texto de esta publicación ya está en este idioma.
posts-languages-too-many = Una publicación puede tener { $limit } idiomas como máximo.
