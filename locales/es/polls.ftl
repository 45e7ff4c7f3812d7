### Encuestas en publicaciones.

polls-poll = Encuesta
polls-vote = Votar
polls-your-choice = tu elección
polls-share = { $percent } %
polls-voters =
    { $count ->
        [one] Ha votado { $count } persona
        [many] Han votado { $count } de personas
       *[other] Han votado { $count } personas
    }
polls-until = hasta el { $date }
polls-over = terminada
polls-hidden = el resultado se verá al final
polls-choose = Elige una respuesta.
polls-choose-one = Aquí solo se puede elegir una respuesta.
polls-no-such-choice = Esta respuesta no existe.
polls-voted-already = Ya has votado.
polls-own = No puedes votar en tu propia encuesta.
polls-ended = Esta encuesta ha terminado.
polls-too-few = Una encuesta necesita al menos { $least } respuestas, y ninguna puede estar vacía.
polls-too-many = Una encuesta puede tener hasta { $limit } respuestas.
polls-option-too-long = Una respuesta puede tener hasta { $limit } caracteres.
polls-options-alike = Dos respuestas son iguales.
polls-lasts = Una encuesta dura entre 5 minutos y 30 días.
polls-add = Añadir una encuesta
polls-answer = Respuesta { $number }
polls-days = Cuánto tiempo
polls-for-days =
    { $days ->
        [one] { $days } día
        [many] { $days } de días
       *[other] { $days } días
    }
polls-several = Se pueden elegir varias respuestas
flash-voted = Tu voto cuenta.
polls-hide = Mostrar el resultado a todos solo al final
polls-more-answers = Más respuestas
polls-until-time = O hasta una hora concreta
polls-until-hint = Si pones una hora aquí, la duración de arriba no cuenta. Una encuesta dura hasta 30 días.
polls-change = Cambiar mi voto
flash-unvoted = Tu voto se ha retirado. Puedes volver a elegir.
