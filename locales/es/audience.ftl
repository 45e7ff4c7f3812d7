### For whom something is meant: words beside the time, in the picker, and what they mean.

audience-who = ¿Quién puede ver esto?
audience-world = Todo el mundo
audience-world-hint = También quienes no tienen cuenta
audience-community = Todos en { $site }
audience-community-hint = Solo quienes se han unido
audience-friends = Amigos
audience-friends-hint =
    { $count ->
        [0] Aún no tienes amistades aquí
        [one] Tu { $count } amistad aquí
       *[other] Tus { $count } amistades aquí
    }
audience-friends-except = Amigos excepto…
audience-except-hint = Tú eliges a quién dejar fuera
audience-circle = Un círculo
audience-circle-named = Círculo: { $name }
audience-circle-hint = Solo quienes están en este círculo
audience-people = Ciertas personas
audience-people-hint = Las eliges por su nombre
audience-self = Solo yo
audience-self-hint = Una nota para ti
audience-two-of-us = Solo dos personas
audience-wall-friends = Amigos de { $name }
audience-wall-two = Solo { $name } y yo
audience-choose-people = Elige a las personas
audience-choose-except = Elige a quién dejar fuera
audience-choose-commenters = Elige quién puede comentar
audience-find = Buscar entre tus amistades
audience-find-nobody = Ninguna amistad con ese nombre.
audience-typed = Otras personas, por su nombre corto
audience-typed-hint = Separadas por comas, como en @ana, @ben.
audience-handle-unknown = Aquí nadie tiene el nombre corto { $handle }. Revisa cómo está escrito.
audience-missing = Elige quién puede ver esto.
audience-circle-missing = Este círculo ya no existe. Elige otro.
audience-people-missing = Elige al menos a una persona.
audience-except-missing = Elige al menos a una persona o un círculo para dejar fuera.
audience-people-too-many = Son demasiados nombres. Caben hasta { $limit }; en un círculo caben más.
audience-circles-too-many = Son demasiados círculos. Caben hasta { $limit }.
audience-wider-than-wall = La persona de este perfil permite que lo escrito en él llegue a menos gente. Elige un público más reducido.
audience-wider-than-original = Una publicación compartida no puede llegar a más gente que la original. Elige un público más reducido.
audience-explained = Quién puede ver esto
audience-world-explained = Todo el mundo puede ver esto, también quienes no tienen cuenta aquí.
audience-community-explained = Pueden ver esto todas las personas que se han unido a { $site }.
audience-friends-explained = Pueden ver esto las amistades de { $name }.
audience-people-explained = Pueden ver esto las personas que { $name } ha elegido. Eres una de ellas.
audience-self-explained = Solo pueden ver esto quien lo escribió y la persona en cuyo perfil está.
flash-audience-changed = Guardado. A partir de ahora solo lo verá la gente que has elegido.
flash-past-limited = Hecho. Tus publicaciones anteriores ahora son solo para tus amistades.
flash-past-hidden = Hecho. Tus publicaciones anteriores ahora son solo para ti.
