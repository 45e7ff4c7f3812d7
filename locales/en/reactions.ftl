### The seven reactions and who reacted.

reactions-like = Like
reactions-love = Love
reactions-care = Care
reactions-haha = Haha
reactions-wow = Wow
reactions-sad = Sad
reactions-angry = Angry
reactions-choose = Choose a reaction
reactions-row = Reactions
reactions-who = Who reacted
reactions-nobody = Nobody has reacted yet.
reactions-all = All { $count }
reactions-count =
    { $count ->
        [one] { $count } reaction
       *[other] { $count } reactions
    }
