### Conversaciones: lo que no se puede enviar y por qué.

messages-text-missing = Escribe algo primero.
messages-text-too-long = Sobran { $over } caracteres. Un mensaje puede tener hasta { $limit }.
messages-too-many-photos =
    { $limit ->
        [one] Un mensaje puede llevar { $limit } foto.
       *[other] Un mensaje puede llevar hasta { $limit } fotos.
    }
messages-closed = No puedes escribir a esta persona.
messages-nobody-there = Aquí ya no hay nadie que pueda leerlo.
messages-accept-first = Acepta primero la invitación y podrás escribir aquí.
messages-wait-for-answer =
    { $limit ->
        [one] Puedes enviar { $limit } mensaje hasta que te respondan.
       *[other] Puedes enviar { $limit } mensajes hasta que te respondan.
    }
messages-too-many-strangers =
    { $limit ->
        [one] Puedes escribir a { $limit } persona nueva al día. Sigue mañana.
       *[other] Puedes escribir a { $limit } personas nuevas al día. Sigue mañana.
    }
messages-too-late-to-edit = Un mensaje se puede cambiar durante un día después de enviarlo.
messages-too-late-to-delete = Un mensaje se puede borrar para todas las personas durante un día después de enviarlo. Aún puedes quitarlo solo para ti.
messages-group-needs-people = Elige a alguien con quien hablar.
messages-too-many-people =
    { $limit ->
        [one] En un chat de grupo cabe { $limit } persona.
       *[other] En un chat de grupo caben hasta { $limit } personas.
    }
messages-cannot-be-added = No se puede añadir a este chat a una de las personas que elegiste.
messages-only-groups = De un chat de dos no se sale. Puedes archivarlo o silenciarlo.
