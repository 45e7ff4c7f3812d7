### For whom something is meant: words beside the time, in the picker, and what they mean.

audience-who = Qui peut voir ceci ?
audience-world = Tout le monde
audience-world-hint = Même les personnes sans compte
audience-community = Tous les membres de { $site }
audience-community-hint = Seulement les personnes inscrites ici
audience-friends = Amis
audience-friends-hint =
    { $count ->
        [0] Vous n’avez pas encore d’amis ici
        [one] Votre { $count } ami ici
       *[other] Vos { $count } amis ici
    }
audience-friends-except = Amis sauf…
audience-except-hint = Vous choisissez qui ne le voit pas
audience-circle = Un cercle
audience-circle-named = Cercle : { $name }
audience-circle-hint = Seulement les personnes de ce cercle
audience-people = Certaines personnes
audience-people-hint = Vous les choisissez par leur nom
audience-self = Moi seulement
audience-self-hint = Une note pour vous-même
audience-two-of-us = Deux personnes seulement
audience-wall-friends = Amis de { $name }
audience-wall-two = Seulement { $name } et moi
audience-choose-people = Choisir les personnes
audience-choose-except = Choisir qui ne le voit pas
audience-choose-commenters = Choisissez qui peut commenter
audience-find = Trouver un ami
audience-find-nobody = Aucun ami de ce nom.
audience-typed = D’autres personnes, par leur nom court
audience-typed-hint = Séparées par des virgules, comme @ana, @ben.
audience-handle-unknown = Personne ici n’a le nom court { $handle }. Vérifiez l’orthographe.
audience-missing = Choisissez qui peut voir ceci.
audience-circle-missing = Ce cercle n’existe plus. Choisissez-en un autre.
audience-people-missing = Choisissez au moins une personne.
audience-except-missing = Choisissez au moins une personne ou un cercle à exclure.
audience-people-too-many = Cela fait trop de noms. La limite est { $limit } ; un cercle peut en contenir plus.
audience-circles-too-many = Cela fait trop de cercles. La limite est { $limit }.
audience-wider-than-wall = La personne à qui appartient ce profil limite davantage la portée de ce qu’on y écrit. Choisissez un public plus restreint.
audience-wider-than-original = Une publication partagée ne peut pas toucher plus de monde que l’originale. Choisissez une audience plus restreinte.
audience-explained = Qui peut voir ceci
audience-world-explained = Tout le monde peut voir ceci, même les personnes sans compte ici.
audience-community-explained = Toutes les personnes inscrites sur { $site } peuvent voir ceci.
audience-friends-explained = Les amis de { $name } peuvent voir ceci.
audience-people-explained = Les personnes que { $name } a choisies peuvent voir ceci. Vous en faites partie.
audience-self-explained = Seuls l’auteur et la personne dont c’est le profil peuvent voir ceci.
flash-audience-changed = Enregistré. Désormais, seules les personnes choisies peuvent le voir.
flash-past-limited = C’est fait. Vos anciennes publications sont désormais réservées à vos amis.
flash-past-hidden = C’est fait. Vos anciennes publications ne sont plus visibles que de vous.
