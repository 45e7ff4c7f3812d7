### Lo que dice una aplicación cuando se la despierta, y lo que las aplicaciones saben de ello.

push-friend-request = { $name } quiere que seáis amigos
push-friend-accepted = { $name } y tú ya sois amigos
push-new-follower = { $name } te sigue
push-joined-by-invite = { $name } se unió con tu invitación
push-reaction = { $name } reaccionó: { $emoji }
push-comment = { $name } comentó tu publicación
push-reply = { $name } te respondió
push-mention = { $name } te mencionó
push-wall-post = { $name } escribió en tu perfil
push-share = { $name } compartió tu publicación
push-quote = { $name } compartió tu publicación y escribió algo
push-see-first = { $name } escribió algo
push-endpoint-not-taken = La dirección del servicio de avisos tiene que estar completa, empezar por https:// y llevar a la red pública.
push-keys-not-taken = Las claves para los avisos no están completas.
push-policy-unknown = Elige all, followed, follower o none.
push-trial-title = Funciona: { $site } puede avisarte aquí
push-trial-text = Aquí sabrás cuándo alguien te escribe.
push-message = { $name } te ha escrito
push-message-request = { $name } quiere escribirte
push-message-reaction = { $name } reaccionó a tu mensaje
push-chat-added = { $name } te añadió a un chat
