### Lignes sur une conversation parmi ses messages, qui est là et ce dont on est averti.

messages-event-added = { $name } a ajouté { $other }
messages-event-joined = { $name } a rejoint le groupe
messages-event-left = { $name } a quitté le groupe
messages-event-removed = { $name } a retiré { $other }
messages-event-renamed = { $name } a changé le nom en « { $title } »
messages-event-unnamed = { $name } a retiré le nom du groupe
messages-event-pictured = { $name } a choisi une nouvelle image
messages-event-unpictured = { $name } a retiré l’image
messages-here-now = Ici en ce moment
messages-presence-link = Qui voit que vous êtes ici en ce moment
messages-hears = M’avertir
messages-hears-all = De chaque message
messages-hears-named = Seulement si l’on me nomme
flash-chat-hears = Vos choix d’avertissements pour cette conversation sont enregistrés.
flash-message-restored = Le message est de retour.
