### Notifications : la page, la cloche, les lettres et les choix.

push-also-commented = { $name } a aussi commenté
push-poll-closed = Un sondage est terminé
push-post-edited = { $name } a modifié une publication à laquelle vous avez participé
push-birthday = C’est l’anniversaire de { $name } aujourd’hui
push-scheduled-refused = Une de vos publications n’a pas pu paraître à l’heure prévue
push-scheduled-published = Votre publication programmée est parue
push-signup-pending = Quelqu’un souhaite nous rejoindre
push-report-received = Il y a un nouveau signalement
push-security-login = Un navigateur que nous ne connaissons pas s’est connecté à votre compte
push-security-changed = Votre mot de passe ou votre adresse mail a été modifié
notices-title = Notifications
notices-tabs = Quelles notifications
notices-all = Toutes
notices-unread = Non lues
notices-mentions = Mentions
notices-held = Mises de côté
notices-held-text = De personnes que vous ne connaissez pas encore. Rien ici ne sonne ni ne compte.
notices-read-all = Tout marquer comme lu
notices-mark-read = Marquer comme lue
notices-mark-unread = Marquer comme non lue
notices-remove = Retirer
notices-release = Afficher avec les autres
notices-more = Plus sur cette notification
notices-new = Nouveau :
notices-today = Aujourd’hui
notices-none-here = Rien ici
notices-none-here-text = Aucune notification ne correspond à ce choix pour le moment.
notices-empty-title = Tout est calme
notices-empty-text = Quand on réagit, vous répond ou vous mentionne, vous le lirez ici.
notices-reaction-post = { $name } : réaction à votre publication { $emoji }
notices-reaction-comment = { $name } : réaction à votre commentaire { $emoji }
notices-commented = { $name } : commentaire sur votre publication
notices-also-commented = { $name } : commentaire là où vous avez commenté
notices-shared = { $name } : partage de votre publication
notices-following = Vous suit maintenant : { $name }
notices-friends = Parmi vos amis maintenant : { $name }
notices-birthdays = Anniversaire aujourd’hui : { $name }
flash-notices-read = Tout est marqué comme lu.
flash-notice-removed = Retirée.
flash-notice-released = Elle est maintenant avec les autres.
notices-mail-subject = { $title }
notices-mail-body = { $title } : « { $beginning } »
notices-mail-body-bare = { $title }.
notices-mail-many-subject =
    { $count ->
        [one] { $count } nouveauté pour vous sur { $site }
        [many] { $count } de nouveautés pour vous sur { $site }
       *[other] { $count } nouveautés pour vous sur { $site }
    }
notices-mail-many-lead = voici ce qui s’est passé sur { $site } depuis la dernière lettre.
notices-choices = Ce dont on vous informe
notices-choices-text = Par quels moyens, et quand c’est le silence
notices-kind = Ce qui s’est passé
notices-way-here = Ici
notices-way-push = Sur vos appareils
notices-way-mail = Mail immédiat
notices-way-digest = Résumé
notices-group-people = Personnes
notices-group-words = Publications et commentaires
notices-group-changes = Ce qui change avec le temps
notices-group-staff = S’occuper de ce lieu
notices-group-security = Sécurité (toujours active)
notices-quiet = Heures calmes
notices-quiet-text = Entre ces heures, aucune application ne sonne et aucun mail ne part aussitôt. Ici, vous trouvez tout comme d’habitude. La sécurité fait exception.
notices-quiet-on = Rester au calme chaque jour
notices-quiet-from = De
notices-quiet-to = À
notices-no-time = Indiquez une heure, par exemple 22:00.
notices-quiet-empty = Choisissez une fin différente du début.
notices-unknown = Personnes que vous ne connaissez pas
notices-unknown-text = Vos amis et les personnes que vous suivez passent toujours.
notices-strangers = Personnes ni amies ni suivies
notices-newcomers = Parmi elles, celles arrivées depuis moins de 30 jours
notices-allow = Afficher comme les autres
notices-hold = Mettre de côté
notices-drop = Laisser de côté
notices-kind-friend-request = Une demande d’amitié
notices-kind-friend-accepted = Votre demande est acceptée
notices-kind-new-follower = Quelqu’un vous suit
notices-kind-joined = Quelqu’un arrive grâce à votre invitation
notices-kind-birthday = L’anniversaire d’un proche
notices-kind-comment = Un commentaire sur votre publication
notices-kind-reply = Une réponse à votre commentaire
notices-kind-also-commented = Un commentaire là où vous avez commenté
notices-kind-mention = On vous mentionne
notices-kind-wall-post = Une publication sur votre profil
notices-kind-reaction = Une réaction
notices-kind-share = Votre publication est partagée
notices-kind-quote = Votre publication est partagée avec un mot
notices-kind-see-first = Une publication d’une personne vue en premier
notices-kind-poll-closed = Un sondage se termine
notices-kind-post-edited = Une publication à laquelle vous avez participé change
notices-kind-scheduled-published = Votre publication programmée paraît
notices-kind-scheduled-refused = Votre publication programmée n’a pas pu paraître
notices-kind-signup = Quelqu’un demande à entrer
notices-kind-report = Un nouveau signalement
notices-kind-security-login = Un navigateur inconnu se connecte
notices-kind-security-changed = Le mot de passe ou l’adresse mail change
notices-others =
    { $count ->
        [one] { $count } autre personne
        [many] { $count } d’autres personnes
       *[other] { $count } autres personnes
    }
frame-notices-unread =
    { $count ->
        [0] Notifications
        [one] Notifications, { $count } non lue
        [many] Notifications, { $count } non lues
       *[other] Notifications, { $count } non lues
    }
notices-group-messages = Messages
notices-kind-message = Un message
notices-kind-message-request = Une nouvelle personne vous écrit
notices-kind-message-reaction = Une réaction à votre message
notices-kind-chat-added = On vous ajoute à une discussion
push-saved-reminder = Vous vouliez qu’on vous le rappelle
push-album-invite = { $name } vous demande des photos pour un album
push-tag-photo = { $name } vous a identifié sur une photo
push-tag-review = { $name } aimerait vous identifier sur une photo
push-memory = Vous avez des souvenirs de ce jour
notices-kind-saved-reminder = Un rappel que vous avez réglé
notices-kind-album-invite = Quelqu’un vous demande des photos pour un album
notices-kind-tag-photo = On vous identifie sur une photo
notices-kind-tag-review = Une identification attend votre accord
notices-kind-memory = Quelque chose de vous en ce jour
