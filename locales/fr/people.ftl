### The member directory.

people-title = Membres
people-search = Chercher par nom
people-found = Membres pour « { $query } »
people-posts-with-tag = Publications avec cette étiquette
people-none-title = Personne
people-none-text = Essayez le début d’un prénom, d’un nom ou d’un identifiant.
people-show-all = Voir tout le monde
people-in-common =
    { $count ->
        [one] { $count } ami en commun
        [many] { $count } d’amis en commun
       *[other] { $count } amis en commun
    }
