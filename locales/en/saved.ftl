### Saved posts: folders and reminders.

saved-all = All
saved-folders = Folders
saved-folder-tab = { $name } ({ $count })
saved-folder = Folder
saved-no-folder = No folder
saved-move = Move
saved-remind = Remind me
saved-reminded = Reminder: { $when }
saved-remind-hint = In your time zone, { $zone }. Leave it empty for no reminder.
saved-remind-too-soon = Choose a time that is still to come.
saved-reminders-many = You have { $limit } reminders already. Drop one first.
saved-folder-name = Name of the folder
saved-folder-new = New folder
saved-folder-hint = For example recipes, or to read. Nobody else sees it.
saved-folder-create = Make folder
saved-folder-delete = Delete folder
saved-folder-delete-text = The posts in it stay saved.
saved-folder-name-missing = Give the folder a name.
saved-folder-name-taken = You have a folder of that name already.
saved-folders-many = You have { $limit } folders already. Delete one first.
flash-folder-made = The folder is there.
flash-folder-saved = The folder is renamed.
flash-folder-deleted = The folder is gone.
flash-saved-moved = Moved.
flash-reminder-set = You will be reminded.
flash-reminder-dropped = There is no reminder any more.
