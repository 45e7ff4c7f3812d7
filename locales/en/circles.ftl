### Circles: lists of friends to aim posts at.

circles-title = Circles
circles-hint = Circles are lists of friends to write to: family, choir, neighbours. Only you know of them.
circles-empty-title = No circles yet
circles-empty-text = Make one below and put friends into it. Then you can write posts just for them.
circles-members =
    { $count ->
        [one] { $count } person
       *[other] { $count } people
    }
circles-new-name = Name of a new circle
circles-new-hint = For example: Family
circles-create = Make circle
circles-name = Name of the circle
circles-inside = In this circle
circles-secret = They are not told that they are here.
circles-nobody = Nobody yet.
circles-add = Add friends
circles-add-to = Add to { $name }
circles-in = In { $name }
circles-delete = Delete circle
circles-delete-text = Posts for this circle will then be seen by you alone. The people stay your friends.
circles-name-empty = Give the circle a name.
circles-name-long =
    { $limit ->
        [one] This name is too long. At most { $limit } character fits.
       *[other] This name is too long. At most { $limit } characters fit.
    }
circles-name-taken = You already have a circle of this name.
circles-too-many =
    { $limit ->
        [one] You can have { $limit } circle. Delete it first.
       *[other] You can have { $limit } circles. Delete one first.
    }
circles-needs-friend = Only friends can be in a circle.
flash-circle-made = Circle made. Now add friends.
flash-circle-deleted = Circle deleted.
flash-circle-saved = Circle saved.
