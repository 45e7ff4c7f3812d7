### Polls in conversations.

messages-poll-hint = Tu mensaje es la pregunta. Toda la conversación puede votar, tú también.
messages-poll-hidden = el resultado se verá cuando hayas votado
messages-poll-hide = Mostrar el resultado solo a quienes ya han votado
