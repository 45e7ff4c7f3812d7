### Recuerdos y cumpleaños.

memories-title = Recuerdos
memories-of-day = Lo que hubo el { $day } en años anteriores. Solo tú ves esta página.
memories-years-ago =
    { $years ->
        [one] Hace { $years } año
       *[other] Hace { $years } años
    }
memories-empty-title = No hay recuerdos de este día
memories-empty-text = Aquí estaría lo que escribiste este día en años anteriores y las fotos tuyas.
memories-off-title = Los recuerdos están desactivados
memories-off-text = No se te muestra nada de años anteriores.
memories-switch-on = Activar
memories-switch-off = Desactivar los recuerdos
memories-left-out = Lo que se deja fuera
memories-left-out-text = No todos los días ni todas las personas tienen que volver. Nadie se entera.
memories-hide-day = Dejar fuera este día
memories-hide-person = Dejar fuera publicaciones relacionadas con alguien (nombre de usuario)
memories-leave-out = Dejar fuera
memories-show-again = Mostrar de nuevo
memories-show-again-what = Mostrar de nuevo: { $what }
memories-no-day = Ese día no existe.
memories-nobody = Nadie aquí tiene ese nombre de usuario.
memories-enough-people = Puedes dejar fuera hasta a { $limit } personas.
flash-memories-on = Los recuerdos están activados.
flash-memories-off = Los recuerdos están desactivados.
flash-memories-saved = Tu elección está guardada.
birthdays-title = Cumpleaños
birthdays-turns = { $day }, cumple { $age }
birthdays-in-days =
    { $days ->
        [0] Hoy
        [1] Mañana
       *[other] En { $days } días
    }
birthdays-empty-title = No hay cumpleaños
birthdays-empty-text = Aquí están los cumpleaños de las amistades que te los dejan saber.
birthdays-greet = Felicitar
