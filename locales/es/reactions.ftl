### The seven reactions and who reacted.

reactions-like = Me gusta
reactions-love = Me encanta
reactions-care = Me importa
reactions-haha = Me divierte
reactions-wow = Me asombra
reactions-sad = Me entristece
reactions-angry = Me enfada
reactions-choose = Elige una reacción
reactions-row = Reacciones
reactions-who = Quién ha reaccionado
reactions-nobody = Todavía nadie ha reaccionado.
reactions-all = Todas { $count }
reactions-count =
    { $count ->
        [one] { $count } reacción
       *[other] { $count } reacciones
    }
