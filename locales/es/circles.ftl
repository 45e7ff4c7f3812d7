### Circles: lists of friends to aim posts at.

circles-title = Círculos
circles-hint = Los círculos son listas de amistades a las que escribir: familia, coro, vecinos. Solo tú los conoces.
circles-empty-title = Aún no hay círculos
circles-empty-text = Crea uno abajo y añade amistades. Así podrás escribir solo para ellas.
circles-members =
    { $count ->
        [one] { $count } persona
        [many] { $count } de personas
       *[other] { $count } personas
    }
circles-new-name = Nombre de un círculo nuevo
circles-new-hint = Por ejemplo: Familia
circles-create = Crear círculo
circles-name = Nombre del círculo
circles-inside = En este círculo
circles-secret = Nadie sabe que está aquí.
circles-nobody = Nadie todavía.
circles-add = Añadir amistades
circles-add-to = Añadir a { $name }
circles-in = En { $name }
circles-delete = Eliminar círculo
circles-delete-text = Las publicaciones para este círculo solo las verás tú. Las personas siguen siendo tus amistades.
circles-name-empty = Ponle un nombre al círculo.
circles-name-long =
    { $limit ->
        [one] Este nombre es demasiado largo. Cabe { $limit } carácter.
        [many] Este nombre es demasiado largo. Caben { $limit } de caracteres.
       *[other] Este nombre es demasiado largo. Caben { $limit } caracteres.
    }
circles-name-taken = Ya tienes un círculo con ese nombre.
circles-too-many =
    { $limit ->
        [one] Puedes tener { $limit } círculo. Elimínalo antes.
        [many] Puedes tener { $limit } de círculos. Elimina uno antes.
       *[other] Puedes tener { $limit } círculos. Elimina uno antes.
    }
circles-needs-friend = Solo puede haber amistades en un círculo.
flash-circle-made = Círculo creado. Ahora añade amistades.
flash-circle-deleted = Círculo eliminado.
flash-circle-saved = Círculo guardado.
