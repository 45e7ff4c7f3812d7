### The seven reactions and who reacted.

reactions-like = J’aime
reactions-love = J’adore
reactions-care = Solidaire
reactions-haha = Haha
reactions-wow = Ouah
reactions-sad = Triste
reactions-angry = En colère
reactions-choose = Choisir une réaction
reactions-row = Réactions
reactions-who = Qui a réagi
reactions-nobody = Personne n’a encore réagi.
reactions-all = Toutes { $count }
reactions-count =
    { $count ->
        [one] { $count } réaction
       *[other] { $count } réactions
    }
