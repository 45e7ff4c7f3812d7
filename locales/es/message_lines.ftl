### Líneas sobre una conversación entre sus mensajes, quién está y de qué se avisa.

messages-event-added = { $name } añadió a { $other }
messages-event-joined = { $name } entró en el grupo
messages-event-left = { $name } salió del grupo
messages-event-removed = { $name } quitó a { $other }
messages-event-renamed = { $name } cambió el nombre a «{ $title }»
messages-event-unnamed = { $name } quitó el nombre del grupo
messages-event-pictured = { $name } puso una imagen nueva
messages-event-unpictured = { $name } quitó la imagen
messages-here-now = Aquí ahora
messages-presence-link = Quién ve que estás aquí ahora
messages-hears = Avisarme de
messages-hears-all = Todos los mensajes
messages-hears-named = Solo los que me nombran
flash-chat-hears = Se ha guardado de qué se te avisa aquí.
flash-message-restored = El mensaje ha vuelto.
