### Sondages dans les publications.

polls-poll = Sondage
polls-vote = Voter
polls-your-choice = votre choix
polls-share = { $percent } %
polls-voters =
    { $count ->
        [one] { $count } personne a voté
        [many] { $count } de personnes ont voté
       *[other] { $count } personnes ont voté
    }
polls-until = jusqu’au { $date }
polls-over = terminé
polls-hidden = le résultat s’affichera à la fin
polls-choose = Choisissez une réponse.
polls-choose-one = Une seule réponse peut être choisie ici.
polls-no-such-choice = Cette réponse n’existe pas.
polls-voted-already = Vous avez déjà voté.
polls-own = Vous ne pouvez pas voter à votre propre sondage.
polls-ended = Ce sondage est terminé.
polls-too-few = Un sondage a besoin d’au moins { $least } réponses, et aucune ne peut être vide.
polls-too-many = Un sondage peut avoir jusqu’à { $limit } réponses.
polls-option-too-long = Une réponse peut avoir jusqu’à { $limit } caractères.
polls-options-alike = Deux réponses sont identiques.
polls-lasts = Un sondage dure de 5 minutes à 30 jours.
polls-add = Ajouter un sondage
polls-answer = Réponse { $number }
polls-days = Combien de temps
polls-for-days =
    { $days ->
        [one] { $days } jour
        [many] { $days } de jours
       *[other] { $days } jours
    }
polls-several = Plusieurs réponses peuvent être choisies
flash-voted = Votre vote est compté.
polls-hide = Ne montrer le résultat à tous qu’à la fin
polls-more-answers = Plus de réponses
polls-until-time = Ou jusqu’à un moment précis
polls-until-hint = Avec un moment ici, la durée ci-dessus ne compte pas. Un sondage dure jusqu’à 30 jours.
polls-change = Changer mon vote
flash-unvoted = Votre vote est retiré. Vous pouvez choisir à nouveau.
