### Choices about privacy, and whom one keeps away from.

privacy-title = Confidentialité
privacy-who-sees = Qui voit ce que je partage
privacy-who-reaches = Qui peut se rapprocher
privacy-who-finds = Qui me trouve
privacy-my-wall = Mon profil comme mur
privacy-default-audience = Les nouvelles publications vont à
privacy-default-audience-hint = Chaque publication commence ainsi ; vous pouvez changer à chaque fois.
privacy-friends-list = Ma liste d’amis
privacy-friends-list-hint = Les autres voient toujours les amis en commun.
privacy-comments = Qui peut commenter
privacy-comments-hint = Chaque publication peut en décider autrement.
privacy-comments-same = Toute personne qui voit la publication
privacy-comments-friends = Amis
privacy-comments-nobody = Personne
privacy-requests = Qui peut m’envoyer une demande d’amitié
privacy-follow = Qui peut me suivre sans être ami
privacy-everyone = Tout le monde ici
privacy-friends-of-friends = Les amis de mes amis
privacy-nobody = Personne
privacy-wall = Qui peut écrire sur mon profil
privacy-wall-friends = Mes amis
privacy-wall-nobody = Moi seulement
privacy-wall-audience = Qui voit ce que mes amis y écrivent
privacy-profile-audience = Qui peut trouver mon profil
privacy-profile-audience-hint = Ce que vous écrivez pour tout le monde montre votre nom et votre photo dans tous les cas.
privacy-profile-community = Les gens d’ici
privacy-profile-world = Tout le monde, même sans compte
privacy-in-directory = Figurer dans l’annuaire
privacy-in-directory-hint = Vos amis vous trouvent de toute façon.
privacy-in-suggestions = Être suggéré aux amis de mes amis
privacy-in-suggestions-hint = Comme quelqu’un qu’ils connaissent peut-être.
privacy-limit-past = Restreindre les anciennes publications
privacy-limit-past-text = Restreignez d’un coup tout ce que vous avez écrit sur votre profil jusqu’ici. Nous vous disons d’abord combien de publications cela fait.
privacy-limit-past-friends = Limiter aux amis
privacy-limit-past-self = Limiter à moi seul
privacy-limit-past-friends-count =
    { $count ->
        [0] Aucune de vos publications ne va plus loin que vos amis. Il n’y a rien à changer.
        [one] { $count } publication écrite pour tout le monde ou pour tous les membres ne sera vue que de vos amis.
       *[other] { $count } publications écrites pour tout le monde ou pour tous les membres ne seront vues que de vos amis.
    }
privacy-limit-past-self-count =
    { $count ->
        [0] Toutes vos publications sont déjà pour vous seul. Il n’y a rien à changer.
        [one] { $count } publication que d’autres voient aujourd’hui ne sera vue que de vous.
       *[other] { $count } publications que d’autres voient aujourd’hui ne seront vues que de vous.
    }
privacy-limit-past-once = Cela ne se défait pas d’un coup, seulement publication par publication. Ce que vous avez écrit sur les profils des autres reste tel quel.
privacy-blocking = Bloqués, masqués, restreints
privacy-blocking-hint = Qui vous tenez à distance, et comment revenir.
privacy-blocking-open = Voir les listes
privacy-blocked = Bloqués
privacy-blocked-hint = Pour chacun de vous, c’est comme si l’autre n’était pas là.
privacy-blocked-empty = Vous n’avez bloqué personne.
privacy-muted = Masqués
privacy-muted-hint = Leurs publications n’apparaissent pas sur votre accueil.
privacy-muted-empty = Vous n’avez masqué personne.
privacy-restricted = Restreints
privacy-restricted-hint = Des amis qui ne voient de vous que ce que tout le monde voit ici.
privacy-restricted-empty = Vous n’avez restreint personne.
flash-privacy-saved = Vos choix sont enregistrés.
privacy-elsewhere = Photos, souvenirs, anniversaire
privacy-elsewhere-text = Ces choix ont leurs propres pages : qui peut vous identifier sur des photos et si vous vérifiez d’abord, ce qui vous revient des années passées, et qui voit votre anniversaire.
privacy-photo-tags = Qui peut m’identifier sur des photos
