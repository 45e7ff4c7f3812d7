### Groups: files, reports, events, and who may make what.

groups-tab-files = Fichiers
groups-files-add = Ajouter un fichier
groups-files-choose = Fichier
groups-files-hint = Jusqu’à { $size }. Il est gardé tel quel et jamais ouvert ici.
groups-files-none-title = Pas encore de fichiers
groups-files-none-text = Les plans, listes et papiers utiles aux membres seront ici.
groups-files-missing = Veuillez choisir un fichier.
groups-files-by = { $name }, { $time }
groups-files-waits = En attente de relecture
groups-files-will-wait = Quelqu’un regardera votre fichier avant que les autres le voient.
groups-files-delete-title = Retirer ce fichier ?
groups-files-delete-text = Il disparaîtra pour tout le monde.
groups-files-waiting =
    { $count ->
        [0] Fichiers
       *[other] Fichiers ({ $count })
    }
groups-may-not-files = Dans ce groupe, seules les personnes qui s’en occupent ajoutent des fichiers.
groups-may-not-photos = Dans ce groupe, seules les personnes qui s’en occupent publient des photos.
groups-may-not-polls = Dans ce groupe, seules les personnes qui s’en occupent font des sondages.
groups-may-not-events = Dans ce groupe, seules les personnes qui s’en occupent créent des événements.
groups-makers-members = Tous les membres
groups-makers-moderators = Qui s’en occupe
groups-makers-events = Qui crée des événements
groups-makers-polls = Qui fait des sondages
groups-makers-photos = Qui publie des photos
groups-makers-files = Qui ajoute des fichiers
groups-reports =
    { $count ->
        [0] Signalements
       *[other] Signalements ({ $count })
    }
groups-reports-about = À propos de { $name }
groups-reports-hidden = Vous ne pouvez pas voir de quoi il s’agit. Veuillez transmettre le signalement.
groups-reports-shared = La modération de la communauté l’a reçu aussi.
groups-reports-settled = Signalements réglés
groups-reports-handle = Réglé
groups-reports-handle-hint = Ce que vous faites ici règle le signalement. Personne n’apprend de qui il vient.
groups-reports-dismiss = Rien à faire
groups-reports-pass-on = Transmettre à la communauté
groups-reports-remove = Retirer
groups-reports-state-handled = Quelque chose a été fait
groups-reports-state-dismissed = Il n’y avait rien à faire
groups-reports-state-passed = Transmis
groups-call-word = modération
groups-call-hint = Écrivez @{ $word } pour joindre les personnes qui s’occupent du groupe.
groups-tab-events = Événements
groups-events-new = Nouvel événement
groups-events-none-title = Pas encore d’événements
groups-events-none-text = Ce que le groupe prévoit de faire ensemble sera ici.
events-audience-group = Qui lit le groupe
groups-events-in = Un événement du groupe { $group }
groups-invite-typed = D’autres membres de la communauté, par leur nom
groups-act-report-handled = { $name } a réglé un signalement
groups-act-report-dismissed = { $name } n’a rien trouvé à faire pour un signalement
groups-act-report-passed-on = { $name } a transmis un signalement
groups-act-file-approved = { $name } a approuvé un fichier de { $about }
groups-act-file-removed = { $name } a retiré un fichier de { $about }
groups-told-file-pending = { $name } a ajouté un fichier qui attend votre regard
groups-told-called = { $name } appelle les personnes qui s’occupent d’un groupe
groups-told-report = Il y a un signalement dans un groupe dont vous vous occupez
groups-kind-called = On appelle les personnes qui s’occupent d’un groupe
groups-kind-report = Un signalement dans un groupe dont vous vous occupez
flash-group-file-added = Le fichier est là.
flash-group-file-waits = Le fichier est remis. Quelqu’un va le regarder.
flash-group-file-removed = Le fichier est retiré.
flash-reported = Merci. Quelqu’un va regarder.
reports-title = Signaler
reports-text = La personne qui a écrit cela n’apprend pas que vous l’avez signalé.
reports-text-group = Les personnes qui s’occupent du groupe { $group } le voient d’abord. Elles n’apprennent pas de qui vient le signalement. Ce qui est urgent va aussitôt à la modération de la communauté.
reports-reason = Qu’est-ce qui ne va pas ?
reports-child-safety = Un enfant est en danger
reports-violence = Violence ou menaces
