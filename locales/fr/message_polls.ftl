### Polls in conversations.

messages-poll-hint = Votre message est la question. Tout le monde dans la conversation peut voter, vous aussi.
messages-poll-hidden = le résultat s’affichera une fois votre vote donné
messages-poll-hide = Ne montrer le résultat qu’après avoir voté
