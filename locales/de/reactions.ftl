### The seven reactions and who reacted.

reactions-like = Gefällt mir
reactions-love = Liebe ich
reactions-care = Fühle mit
reactions-haha = Haha
reactions-wow = Wow
reactions-sad = Traurig
reactions-angry = Wütend
reactions-choose = Reaktion auswählen
reactions-row = Reaktionen
reactions-who = Wer reagiert hat
reactions-nobody = Noch hat niemand reagiert.
reactions-all = Alle { $count }
reactions-count =
    { $count ->
        [one] { $count } Reaktion
       *[other] { $count } Reaktionen
    }
