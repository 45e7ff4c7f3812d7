### Conversations : ce qui ne peut pas être envoyé, et pourquoi.

messages-text-missing = Écrivez d’abord quelque chose.
messages-text-too-long = C’est trop long de { $over } caractères. Un message peut en compter jusqu’à { $limit }.
messages-too-many-photos =
    { $limit ->
        [one] Un message peut contenir { $limit } photo.
       *[other] Un message peut contenir jusqu’à { $limit } photos.
    }
messages-closed = Vous ne pouvez pas écrire à cette personne.
messages-nobody-there = Il n’y a plus personne ici pour le lire.
messages-accept-first = Acceptez d’abord l’invitation, vous pourrez ensuite écrire ici.
messages-wait-for-answer =
    { $limit ->
        [one] Vous pouvez envoyer { $limit } message en attendant une réponse.
       *[other] Vous pouvez envoyer { $limit } messages en attendant une réponse.
    }
messages-too-many-strangers =
    { $limit ->
        [one] Vous pouvez écrire à { $limit } nouvelle personne par jour. Reprenez demain.
       *[other] Vous pouvez écrire à { $limit } nouvelles personnes par jour. Reprenez demain.
    }
messages-too-late-to-edit = Un message peut être modifié pendant un jour après son envoi.
messages-too-late-to-delete = Un message peut être supprimé pour tout le monde pendant un jour après son envoi. Vous pouvez toujours le retirer pour vous.
messages-group-needs-people = Choisissez quelqu’un avec qui discuter.
messages-too-many-people =
    { $limit ->
        [one] Une discussion de groupe peut réunir { $limit } personne.
       *[other] Une discussion de groupe peut réunir jusqu’à { $limit } personnes.
    }
messages-cannot-be-added = L’une des personnes choisies ne peut pas être ajoutée à cette discussion.
messages-only-groups = On ne quitte pas une discussion à deux. Vous pouvez l’archiver ou la mettre en sourdine.

### Les pages des messages.

messages-title = Messages
messages-message = Message
messages-new = Nouveau message
messages-to = Message à { $name }
messages-folders = Dossiers des messages
messages-inbox = Réception
messages-requests = Demandes
messages-archived = Archives
messages-empty-title = Pas encore de conversation
messages-empty-text = Écrivez à vos amis ou créez un groupe avec « Nouveau message ». Chaque profil a aussi un bouton pour cela.
messages-no-requests-title = Aucune demande
messages-no-requests-text = Quand des personnes qui ne sont pas vos amis vous écrivent, leurs messages attendent ici que vous disiez oui ou non.
messages-none-archived-title = Rien dans les archives
messages-none-archived-text = Les conversations que vous mettez de côté se trouvent ici. Un nouveau message les fait revenir, sauf si elles sont en sourdine.
messages-nothing-yet = Rien n’a encore été écrit.
messages-asks-you-in = { $name } vous invite dans ce groupe
messages-line-own = Vous : { $words }
messages-line-by = { $name } : { $words }
messages-photos =
    { $count ->
        [one] { $count } photo
       *[other] { $count } photos
    }
messages-photos-held =
    { $count ->
        [one] { $count } photo. Vous la verrez après avoir accepté.
       *[other] { $count } photos. Vous les verrez après avoir accepté.
    }
messages-deleted = Ce message a été supprimé.
messages-more-people =
    { $count ->
        [one] { $count } autre
       *[other] { $count } autres
    }
messages-alone = Vous seulement
messages-seen = Vu
messages-seen-by = Vu par { $names }
messages-today = Aujourd’hui
messages-yesterday = Hier
messages-people =
    { $count ->
        [one] { $count } personne
       *[other] { $count } personnes
    }
messages-unread =
    { $count ->
        [one] { $count } message non lu
       *[other] { $count } messages non lus
    }
messages-muted = en sourdine
messages-conversation = Conversation
messages-choose = Choisissez une conversation ou commencez-en une.
messages-who-reads = Qui peut lire ceci ?
messages-who-reads-people = Les personnes de la conversation. Celles qui rejoignent un groupe plus tard voient ce qui s’écrit à partir de là.
messages-who-reads-staff = Les personnes qui s’occupent de cette communauté ne le voient pas dans Kith. Si quelqu’un de la conversation signale un message, elles reçoivent ce message et jusqu’à cinq avant et après, rien d’autre.
messages-who-reads-operator = Les messages ne sont pas chiffrés de bout en bout. Qui gère le serveur pourrait, techniquement, les lire dans la base de données. Pour des secrets, prenez une application qui chiffre d’appareil à appareil.
messages-new-line = Nouveau
messages-menu = Ce que vous pouvez faire de ce message
messages-delete-for-all = Supprimer pour tout le monde
messages-hide = Supprimer pour moi
messages-hide-text = Les autres le voient toujours. Il ne reviendra pas.
messages-report = Signaler
messages-text = Votre message
messages-write = Écrivez un message…
messages-back = Retour à tous les messages
messages-search = Chercher dans cette conversation
messages-about = À propos de cette conversation
messages-mark-unread = Marquer comme non lu
messages-unmute = Réactiver
messages-archive = Archiver
messages-unarchive = Sortir des archives
messages-clear = Tout supprimer pour moi
messages-leave = Quitter le groupe
messages-request = Demande
messages-request-person = { $name } souhaite vous écrire.
messages-request-group = { $name } vous invite dans ce groupe.
messages-request-somebody = Vous avez une invitation à cette conversation.
messages-request-hint = Personne ne saura que vous l’avez regardée avant que vous acceptiez.
messages-accept = Accepter
messages-found = Résultats pour « { $words } »
messages-none-found = Rien trouvé.
messages-none-found-yet = Rien pour l’instant. Chercher plus loin ?
messages-older = Messages plus anciens
messages-newer = Messages plus récents
messages-newest = Aux plus récents
messages-typing = { $name } écrit…
messages-will-be-request = Votre message attendra parmi les demandes de { $name } jusqu’à ce qu’il soit accepté.
messages-no-friends = Ici, vous choisissez les amis à qui écrire. Trouvez-en d’abord, ou écrivez à quelqu’un depuis son profil.
messages-new-people = Pour qui ?
messages-new-people-hint = Une personne : une conversation à deux. Plusieurs : un groupe.
messages-group-name = Nom du groupe
messages-back-to-chat = Retour à la conversation
messages-inside = Qui en fait partie
messages-looks-after = s’occupe de ce groupe
messages-is-asked = sur invitation, sans réponse encore
messages-remove-text = Plus rien de ce qui s’écrit ici ne lui sera visible.
messages-add-people = Ajouter des personnes
messages-add-people-hint = Elles voient ce qui s’écrit à partir de là. Certaines reçoivent d’abord une invitation, selon leur choix.
messages-picture = Image du groupe
messages-picture-drop = Retirer l’image
messages-leave-title = Quitter ce groupe ?
messages-leave-text = Vous n’en verrez plus rien. Quelqu’un du groupe devra vous y ajouter de nouveau.
messages-clear-title = Supprimer cette conversation pour vous ?
messages-clear-text = Tous les messages jusqu’ici disparaissent pour vous. Les autres les gardent.
messages-edit = Modifier le message
messages-edit-hint = Les autres voient qu’il a été modifié.
messages-delete-title = Supprimer ce message pour tout le monde ?
messages-delete-text = Une place vide reste dans la conversation. Pendant quelques secondes, vous pouvez annuler.
messages-report-title = Signaler ce message
messages-report-text =
    { $count ->
        [one] La modération reçoit une copie de ce message et de { $count } avant et après. Rien d’autre de la conversation ne lui est ouvert. La personne qui l’a écrit ne saura pas qui l’a signalé.
       *[other] La modération reçoit une copie de ce message et de { $count } au plus avant et après. Rien d’autre de la conversation ne lui est ouvert. La personne qui l’a écrit ne saura pas qui l’a signalé.
    }
messages-report-reason = Qu’est-ce qui ne va pas ?
messages-report-spam = Publicité indésirable ou arnaque
messages-report-legal = C’est contraire à la loi
messages-report-violation = C’est contraire aux règles de cette communauté
messages-report-other = Autre chose
messages-report-comment = Que doit savoir la modération ?
messages-report-send = Envoyer le signalement
flash-chat-made = Le groupe est créé.
flash-chat-asked = C’est fait. Certaines personnes ont reçu une invitation et arriveront quand elles diront oui.
flash-chat-accepted = Accepté. Vous pouvez écrire.
flash-chat-declined = La demande a disparu. Personne n’en est averti.
flash-chat-unread = Marqué comme non lu.
flash-chat-muted = Cette conversation est en sourdine.
flash-chat-unmuted = Cette conversation se fait de nouveau entendre.
flash-chat-archived = Archivé.
flash-chat-unarchived = De retour dans la réception.
flash-chat-cleared = Supprimé pour vous.
flash-chat-left = Vous avez quitté le groupe.
flash-chat-people-added = Ces personnes sont maintenant dans le groupe.
flash-chat-person-removed = Retrait du groupe effectué.
flash-chat-renamed = Le nom est enregistré.
flash-chat-picture-set = L’image est enregistrée.
flash-chat-picture-removed = L’image a été retirée.
flash-message-deleted = Supprimé pour tout le monde.
flash-message-hidden = Supprimé pour vous.
flash-message-reported = Merci. La modération va regarder.
frame-messages = Messages
frame-messages-unread =
    { $count ->
        [0] Messages
        [one] Messages, { $count } conversation non lue
       *[other] Messages, { $count } conversations non lues
    }
privacy-messages = Qui peut m’envoyer un premier message
privacy-added-to-chats = Mes amis peuvent m’ajouter à des groupes
privacy-added-to-chats-hint = Sinon, on vous demande à chaque fois.
privacy-read-marks = Montrer jusqu’où j’ai lu
privacy-read-marks-hint = Et que je suis en train d’écrire. Sans cela, vous ne le voyez pas non plus des autres.
privacy-presence = Mes amis voient quand je suis là
privacy-presence-hint = Seulement ceux qui le montrent aussi. Sans cela, vous ne le voyez pas d’eux non plus.
