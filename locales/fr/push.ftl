### Ce que dit une application qu’on réveille, et ce que les applications en apprennent.

push-friend-request = { $name } souhaite devenir votre ami
push-friend-accepted = { $name } fait maintenant partie de vos amis
push-new-follower = { $name } vous suit
push-joined-by-invite = { $name } nous a rejoints grâce à votre invitation
push-reaction = { $name } a réagi : { $emoji }
push-comment = { $name } a commenté votre publication
push-reply = { $name } vous a répondu
push-mention = { $name } vous a mentionné
push-wall-post = { $name } a écrit sur votre profil
push-share = { $name } a partagé votre publication
push-quote = { $name } a partagé votre publication et y a ajouté un mot
push-see-first = { $name } a écrit quelque chose
push-endpoint-not-taken = L’adresse du service push doit être complète, commencer par https:// et mener au réseau public.
push-keys-not-taken = Les clés pour les messages push ne sont pas complètes.
push-policy-unknown = Choisissez all, followed, follower ou none.
push-trial-title = Ça marche : { $site } peut vous joindre ici
push-trial-text = Vous saurez ici quand quelqu’un vous écrit.
push-message = { $name } vous a écrit
push-message-request = { $name } souhaite vous écrire
push-message-reaction = { $name } a réagi à votre message
push-chat-added = { $name } vous a ajouté à une discussion
