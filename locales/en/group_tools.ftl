### Groups: files, reports, events, and who may make what.

groups-tab-files = Files
groups-files-add = Add a file
groups-files-choose = File
groups-files-hint = Up to { $size }. It is saved as it is and never opened here.
groups-files-none-title = No files yet
groups-files-none-text = Plans, lists and papers that members need will stand here.
groups-files-missing = Please choose a file.
groups-files-by = { $name }, { $time }
groups-files-waits = Waits to be looked at
groups-files-will-wait = Someone will look at your file before the others see it.
groups-files-delete-title = Remove this file?
groups-files-delete-text = It is gone for everyone then.
groups-files-waiting =
    { $count ->
        [0] Files
       *[other] Files ({ $count })
    }
groups-may-not-files = In this group only those who look after it add files.
groups-may-not-photos = In this group only those who look after it post photos.
groups-may-not-polls = In this group only those who look after it make polls.
groups-may-not-events = In this group only those who look after it make events.
groups-makers-members = All members
groups-makers-moderators = Those who look after it
groups-makers-events = Who makes events
groups-makers-polls = Who makes polls
groups-makers-photos = Who posts photos
groups-makers-files = Who adds files
groups-reports =
    { $count ->
        [0] Reports
       *[other] Reports ({ $count })
    }
groups-reports-about = About { $name }
groups-reports-hidden = You cannot see what this report is about. Please pass it on.
groups-reports-shared = The moderators of the community have it too.
groups-reports-settled = Settled reports
groups-reports-handle = Settled
groups-reports-handle-hint = What you do here settles the report. Nobody learns who made it.
groups-reports-dismiss = Nothing to do
groups-reports-pass-on = Pass on to the community
groups-reports-remove = Remove it
groups-reports-state-handled = Something was done
groups-reports-state-dismissed = There was nothing to do
groups-reports-state-passed = Passed on
groups-call-word = moderators
groups-call-hint = Write @{ $word } to reach those who look after the group.
groups-tab-events = Events
groups-events-new = New event
groups-events-none-title = No events yet
groups-events-none-text = What the group plans to do together will stand here.
events-audience-group = Whoever reads the group
groups-events-in = An event of the group { $group }
groups-invite-typed = Other members of the community, by their names
groups-act-report-handled = { $name } settled a report
groups-act-report-dismissed = { $name } found nothing to do about a report
groups-act-report-passed-on = { $name } passed a report on
groups-act-file-approved = { $name } approved a file by { $about }
groups-act-file-removed = { $name } removed a file by { $about }
groups-told-file-pending = { $name } added a file for you to look at
groups-told-called = { $name } calls those who look after a group
groups-told-report = There is a report in a group you look after
groups-kind-called = Those who look after a group are called
groups-kind-report = A report in a group you look after
flash-group-file-added = The file is there.
flash-group-file-waits = The file is handed in. Someone will look at it.
flash-group-file-removed = The file is removed.
flash-reported = Thank you. Someone will look at it.
reports-title = Report
reports-text = Whoever wrote this does not learn that you reported it.
reports-text-group = Those who look after the group { $group } see it first. They do not learn who reported it. What is urgent goes to the moderators of the community at once.
reports-reason = What is wrong with it?
reports-child-safety = A child is in danger
reports-violence = Violence or threats
