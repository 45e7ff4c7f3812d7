### Groups: files, reports, events, and who may make what.

groups-tab-files = الملفات
groups-files-add = إضافة ملف
groups-files-choose = الملف
groups-files-hint = حتى { $size }. يُحفظ كما هو ولا يُفتح هنا أبدًا.
groups-files-none-title = لا ملفات بعد
groups-files-none-text = ستجد هنا الخطط والقوائم والأوراق التي يحتاج إليها الأعضاء.
groups-files-missing = يرجى اختيار ملف.
groups-files-by = { $name }، { $time }
groups-files-waits = ينتظر المراجعة
groups-files-will-wait = سيُراجَع ملفك قبل أن يراه الآخرون.
groups-files-delete-title = إزالة هذا الملف؟
groups-files-delete-text = سيختفي عن الجميع.
groups-files-waiting =
    { $count ->
        [0] الملفات
       *[other] الملفات ({ $count })
    }
groups-may-not-files = لا يضيف الملفات في هذه المجموعة إلا من يرعونها.
groups-may-not-photos = لا ينشر الصور في هذه المجموعة إلا من يرعونها.
groups-may-not-polls = لا يُجري الاستطلاعات في هذه المجموعة إلا من يرعونها.
groups-may-not-events = لا ينشئ الفعاليات في هذه المجموعة إلا من يرعونها.
groups-makers-members = كل الأعضاء
groups-makers-moderators = من يرعونها
groups-makers-events = من ينشئ الفعاليات
groups-makers-polls = من يُجري الاستطلاعات
groups-makers-photos = من ينشر الصور
groups-makers-files = من يضيف الملفات
groups-reports =
    { $count ->
        [0] البلاغات
       *[other] البلاغات ({ $count })
    }
groups-reports-about = بشأن { $name }
groups-reports-hidden = لا يمكنك رؤية موضوع هذا البلاغ. يرجى تحويله.
groups-reports-shared = وصل إلى مشرفي المجتمع أيضًا.
groups-reports-settled = بلاغات تمت تسويتها
groups-reports-handle = تمت التسوية
groups-reports-handle-hint = ما تفعله هنا يسوّي البلاغ. لا يعرف أحد من قدّمه.
groups-reports-dismiss = لا شيء يلزم
groups-reports-pass-on = تحويل إلى المجتمع
groups-reports-remove = إزالة
groups-reports-state-handled = اتُّخذ إجراء
groups-reports-state-dismissed = لم يلزم شيء
groups-reports-state-passed = جرى تحويله
groups-call-word = المشرفون
groups-call-hint = اكتب @{ $word } لتنادي من يرعون المجموعة.
groups-tab-events = الفعاليات
groups-events-new = فعالية جديدة
groups-events-none-title = لا فعاليات بعد
groups-events-none-text = ستجد هنا ما تنوي المجموعة فعله معًا.
events-audience-group = من يقرأ المجموعة
groups-events-in = فعالية لمجموعة { $group }
groups-invite-typed = آخرون من المجتمع بأسمائهم
groups-act-report-handled = { $name }: تسوية بلاغ
groups-act-report-dismissed = { $name }: لا شيء يلزم في بلاغ
groups-act-report-passed-on = { $name }: تحويل بلاغ
groups-act-file-approved = { $name }: قبول ملف من { $about }
groups-act-file-removed = { $name }: إزالة ملف من { $about }
groups-told-file-pending = ملف من { $name } ينتظر مراجعتك
groups-told-called = نداء من { $name } إلى من يرعون مجموعة
groups-told-report = بلاغ في مجموعة ترعاها
groups-kind-called = نداء لمن يرعون مجموعة
groups-kind-report = بلاغ في مجموعة ترعاها
flash-group-file-added = أُضيف الملف.
flash-group-file-waits = سُلّم الملف وسيُراجَع.
flash-group-file-removed = أُزيل الملف.
flash-reported = شكرًا لك. سيُنظر في الأمر.
reports-title = إبلاغ
reports-text = من كتب هذا لا يعلم أنك أبلغت عنه.
reports-text-group = يراه أولًا من يرعون مجموعة { $group } ولا يعلمون من أبلغ عنه. أما العاجل فيصل إلى مشرفي المجتمع في الحال.
reports-reason = ما المشكلة؟
reports-child-safety = طفل في خطر
reports-violence = عنف أو تهديد
