### Files in messages that are no photos.

messages-files-add = Add files
messages-files-most =
    { $limit ->
        [one] { $limit } file of up to { $size }
       *[other] Up to { $limit } files, each up to { $size }
    }
messages-too-many-files =
    { $limit ->
        [one] A message can have { $limit } file.
       *[other] A message can have up to { $limit } files.
    }
messages-files =
    { $count ->
        [one] { $count } file
       *[other] { $count } files
    }
messages-files-held =
    { $count ->
        [one] { $count } file. You can save it once you have accepted.
       *[other] { $count } files. You can save them once you have accepted.
    }
messages-file-keep = Send along
messages-file-document = Document
messages-file-text = Text
messages-file-audio = Sound
messages-file-archive = Archive
messages-file-empty = “{ $name }” is empty. Choose another file.
messages-file-too-large = “{ $name }” is larger than { $size } MB. Choose a smaller file.
error-file-too-large = This file is too large. One file may have up to { $max } MB.
messages-file-kind = “{ $name }” is of a kind that cannot be sent here. Documents, texts, sound and archives usually can.
messages-file-gone = One of the files is no longer there. Choose it again.
messages-file-quota = Your photos and files have used up your { $size } MB. Delete some you no longer need, then try again.

### The page of the administration for them.

admin-files-title = Files in messages
admin-files-text-above = Members can send each other files besides photos. They are kept as they are, and only ever saved, never opened here. Programs and web pages are never taken.
admin-files-kinds = What can be sent
admin-files-documents = Documents: PDF, office files, books
admin-files-text = Texts and tables
admin-files-audio = Sound
admin-files-archives = Archives such as ZIP
admin-files-size = Largest file, in MB
admin-files-size-hint = From 1 to { $most }.
