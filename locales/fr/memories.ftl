### Souvenirs et anniversaires.

memories-title = Souvenirs
memories-of-day = Ce qu’il y avait le { $day } les années passées. Cette page n’est visible que par vous.
memories-years-ago =
    { $years ->
        [one] Il y a { $years } an
       *[other] Il y a { $years } ans
    }
memories-empty-title = Aucun souvenir de ce jour
memories-empty-text = Ce que vous avez écrit ce jour les années passées, et des photos de vous, seraient ici.
memories-off-title = Les souvenirs sont désactivés
memories-off-text = Rien des années passées ne vous est montré.
memories-switch-on = Activer
memories-switch-off = Désactiver les souvenirs
memories-left-out = Ce qui est laissé de côté
memories-left-out-text = Tous les jours et toutes les personnes n’ont pas à revenir. Personne ne l’apprend.
memories-hide-day = Laisser ce jour de côté
memories-hide-person = Laisser de côté les publications liées à quelqu’un (identifiant)
memories-leave-out = Laisser de côté
memories-show-again = Montrer à nouveau
memories-show-again-what = Montrer à nouveau : { $what }
memories-no-day = Ce jour n’existe pas.
memories-nobody = Personne ici n’a cet identifiant.
memories-enough-people = Vous pouvez laisser de côté jusqu’à { $limit } personnes.
flash-memories-on = Les souvenirs sont activés.
flash-memories-off = Les souvenirs sont désactivés.
flash-memories-saved = Votre choix est enregistré.
birthdays-title = Anniversaires
birthdays-turns = { $day }, { $age } ans
birthdays-in-days =
    { $days ->
        [0] Aujourd’hui
        [1] Demain
       *[other] Dans { $days } jours
    }
birthdays-empty-title = Aucun anniversaire
birthdays-empty-text = Les anniversaires des amis qui vous les laissent connaître sont ici.
birthdays-greet = Envoyer ses vœux
