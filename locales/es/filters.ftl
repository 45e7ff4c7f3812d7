### Filtros de palabras: lo que alguien prefiere no leer.

filters-title = Palabras que prefieres no leer
filters-text = Las publicaciones de otros que las contienen se cubren o se omiten. Nadie se entera.
filters-yours = Tus palabras
filters-phrase = Palabras
filters-phrase-hint = Por ejemplo, el nombre de una serie cuyo final aún no quieres conocer
filters-phrase-missing = Escribe las palabras.
filters-too-many = Ya tienes { $limit } filtros. Quita uno primero.
filters-whole-word-label = Solo palabras enteras, no partes de otras más largas
filters-action = Qué pasa con esas publicaciones
filters-cover = Cubrirlas
filters-cover-text = Siguen en su sitio, bajo una línea que nombra las palabras.
filters-hide = Omitirlas
filters-hide-text = No aparecen en tu inicio ni en las listas.
filters-lasting = Durante cuánto tiempo
filters-for-good = Hasta que lo quite
filters-for-days =
    { $days ->
        [one] Durante { $days } día
       *[other] Durante { $days } días
    }
filters-add = Añadir
filters-remove = Quitar «{ $phrase }»
filters-covers = cubiertas
filters-hides = omitidas
filters-whole-word = palabras enteras
filters-until = hasta el { $date }
filters-empty-title = Aún no hay palabras
filters-empty-text = Añade algunas arriba cuando quieras descansar de un tema.
flash-filter-added = Las palabras se han añadido.
flash-filter-removed = Las palabras se han quitado.
filters-full = En todos tus filtros juntos caben { $limit } entradas.
filters-context-missing = Di dónde vale el filtro: home, notifications, public, thread o account.
