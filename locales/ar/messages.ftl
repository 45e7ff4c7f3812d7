### المحادثات: ما لا يمكن إرساله ولماذا.

messages-text-missing = يُرجى كتابة شيء أولًا.
messages-text-too-long =
    { $over ->
        [zero] النص طويل. أقصى طول للرسالة { $limit }.
        [one] النص أطول من المسموح بحرف واحد. أقصى طول للرسالة { $limit }.
        [two] النص أطول من المسموح بحرفين. أقصى طول للرسالة { $limit }.
        [few] النص أطول من المسموح بمقدار { $over } أحرف. أقصى طول للرسالة { $limit }.
        [many] النص أطول من المسموح بمقدار { $over } حرفًا. أقصى طول للرسالة { $limit }.
       *[other] النص أطول من المسموح بمقدار { $over } حرف. أقصى طول للرسالة { $limit }.
    }
messages-too-many-photos =
    { $limit ->
        [zero] لا يمكن إرفاق صور بالرسالة.
        [one] يمكن إرفاق صورة واحدة بالرسالة.
        [two] يمكن إرفاق صورتين بالرسالة على الأكثر.
        [few] يمكن إرفاق { $limit } صور بالرسالة على الأكثر.
        [many] يمكن إرفاق { $limit } صورة بالرسالة على الأكثر.
       *[other] يمكن إرفاق { $limit } صورة بالرسالة على الأكثر.
    }
messages-closed = لا يمكن الكتابة إلى هذا الشخص.
messages-nobody-there = لم يعد هنا أحد يمكنه قراءة ذلك.
messages-accept-first = يُرجى قبول الدعوة أولًا، ثم تصبح الكتابة هنا ممكنة.
messages-wait-for-answer =
    { $limit ->
        [zero] لا يمكن إرسال رسائل قبل أن يصل رد.
        [one] يمكن إرسال رسالة واحدة إلى أن يصل رد.
        [two] يمكن إرسال رسالتين إلى أن يصل رد.
        [few] يمكن إرسال { $limit } رسائل إلى أن يصل رد.
        [many] يمكن إرسال { $limit } رسالة إلى أن يصل رد.
       *[other] يمكن إرسال { $limit } رسالة إلى أن يصل رد.
    }
messages-too-many-strangers =
    { $limit ->
        [zero] لا يمكن اليوم الكتابة إلى أشخاص جدد. يُرجى المتابعة غدًا.
        [one] يمكن الكتابة إلى شخص جديد واحد في اليوم. يُرجى المتابعة غدًا.
        [two] يمكن الكتابة إلى شخصين جديدين في اليوم. يُرجى المتابعة غدًا.
        [few] يمكن الكتابة إلى { $limit } أشخاص جدد في اليوم. يُرجى المتابعة غدًا.
        [many] يمكن الكتابة إلى { $limit } شخصًا جديدًا في اليوم. يُرجى المتابعة غدًا.
       *[other] يمكن الكتابة إلى { $limit } شخص جديد في اليوم. يُرجى المتابعة غدًا.
    }
messages-too-late-to-edit = يمكن تعديل الرسالة خلال يوم واحد من إرسالها.
messages-too-late-to-delete = يمكن حذف الرسالة لدى الجميع خلال يوم واحد من إرسالها. ما زال بالإمكان إزالتها لديك وحدك.
messages-group-needs-people = يُرجى اختيار شخص للمحادثة.
messages-too-many-people =
    { $limit ->
        [zero] لا تتسع محادثة المجموعة لأحد.
        [one] تتسع محادثة المجموعة لشخص واحد.
        [two] تتسع محادثة المجموعة لشخصين على الأكثر.
        [few] تتسع محادثة المجموعة لعدد { $limit } أشخاص على الأكثر.
        [many] تتسع محادثة المجموعة لعدد { $limit } شخصًا على الأكثر.
       *[other] تتسع محادثة المجموعة لعدد { $limit } شخص على الأكثر.
    }
messages-cannot-be-added = لا يمكن إضافة أحد الأشخاص المختارين إلى هذه المحادثة.
messages-only-groups = لا يمكن مغادرة محادثة بين شخصين. يمكن أرشفتها أو كتمها.

### صفحات الرسائل.

messages-title = الرسائل
messages-message = رسالة
messages-new = رسالة جديدة
messages-to = رسالة إلى { $name }
messages-folders = مجلدات الرسائل
messages-inbox = الوارد
messages-requests = الطلبات
messages-archived = الأرشيف
messages-empty-title = لا محادثات بعد
messages-empty-text = اكتب إلى أصدقائك أو أنشئ مجموعة عبر «رسالة جديدة». وفي كل ملف شخصي زر لذلك أيضًا.
messages-no-requests-title = لا طلبات
messages-no-requests-text = عندما يكتب إليك من ليسوا من أصدقائك، تنتظر رسائلهم هنا حتى تقبل أو ترفض.
messages-none-archived-title = لا شيء في الأرشيف
messages-none-archived-text = هنا المحادثات التي وضعتها جانبًا. تعيدها رسالة جديدة، ما لم تكن مكتومة.
messages-nothing-yet = لم يُكتب شيء بعد.
messages-asks-you-in = دعوة من { $name } إلى هذه المجموعة
messages-line-own = أنت: { $words }
messages-line-by = { $name }: { $words }
messages-photos =
    { $count ->
        [zero] لا صور
        [one] صورة واحدة
        [two] صورتان
        [few] { $count } صور
        [many] { $count } صورة
       *[other] { $count } صورة
    }
messages-photos-held =
    { $count ->
        [zero] لا صور
        [one] صورة واحدة تظهر بعد القبول.
        [two] صورتان تظهران بعد القبول.
        [few] { $count } صور تظهر بعد القبول.
        [many] { $count } صورة تظهر بعد القبول.
       *[other] { $count } صورة تظهر بعد القبول.
    }
messages-deleted = حُذفت هذه الرسالة.
messages-more-people =
    { $count ->
        [zero] لا أحد غيرهم
        [one] شخص آخر
        [two] شخصان آخران
        [few] { $count } آخرون
        [many] { $count } آخرون
       *[other] { $count } آخرون
    }
messages-alone = أنت فقط
messages-seen = شوهدت
messages-seen-by = شاهدها { $names }
messages-today = اليوم
messages-yesterday = أمس
messages-people =
    { $count ->
        [zero] لا أحد
        [one] شخص واحد
        [two] شخصان
        [few] { $count } أشخاص
        [many] { $count } شخصًا
       *[other] { $count } شخص
    }
messages-unread =
    { $count ->
        [zero] لا رسائل غير مقروءة
        [one] رسالة غير مقروءة
        [two] رسالتان غير مقروءتين
        [few] { $count } رسائل غير مقروءة
        [many] { $count } رسالة غير مقروءة
       *[other] { $count } رسالة غير مقروءة
    }
messages-muted = مكتومة
messages-conversation = محادثة
messages-choose = اختر محادثة أو ابدأ واحدة جديدة.
messages-who-reads = من يمكنه قراءة هذا؟
messages-who-reads-people = المشاركون في المحادثة. ومن ينضم إلى مجموعة لاحقًا يرى ما يُكتب منذ انضمامه.
messages-who-reads-staff = القائمون على هذا المجتمع لا يرونها في Kith. إن أبلغ أحد المشاركين عن رسالة، تصلهم تلك الرسالة وما لا يزيد على خمس قبلها وخمس بعدها، ولا شيء غير ذلك.
messages-who-reads-operator = الرسائل غير مشفّرة من طرف إلى طرف. يمكن لمن يدير الخادم، من الناحية التقنية، قراءتها في قاعدة البيانات. للأسرار استخدم تطبيقًا يشفّر من جهاز إلى جهاز.
messages-new-line = جديد
messages-menu = ما يمكن فعله بهذه الرسالة
messages-delete-for-all = حذف للجميع
messages-hide = حذف لي
messages-hide-text = يبقى الآخرون يرونها، ولن تعود إليك.
messages-report = إبلاغ
messages-text = رسالتك
messages-write = اكتب رسالة…
messages-back = العودة إلى كل الرسائل
messages-search = البحث في هذه المحادثة
messages-about = عن هذه المحادثة
messages-mark-unread = جعلها غير مقروءة
messages-unmute = إلغاء الكتم
messages-archive = أرشفة
messages-unarchive = إخراج من الأرشيف
messages-clear = حذف الكل لي
messages-leave = مغادرة المجموعة
messages-request = طلب
messages-request-person = يريد { $name } مراسلتك.
messages-request-group = دعوة من { $name } إلى هذه المجموعة.
messages-request-somebody = لديك دعوة إلى هذه المحادثة.
messages-request-hint = لن يعلم أحد أنك اطلعت عليها قبل أن تقبل.
messages-accept = قبول
messages-found = نتائج «{ $words }»
messages-none-found = لم يُعثر على شيء.
messages-none-found-yet = لا شيء حتى الآن. هل تبحث في الأقدم؟
messages-older = رسائل أقدم
messages-newer = رسائل أحدث
messages-newest = إلى الأحدث
messages-typing = { $name } يكتب الآن…
messages-will-be-request = ستنتظر رسالتك بين طلبات { $name } حتى تُقبل.
messages-no-friends = هنا تختار أصدقاء لتكتب إليهم. ابحث عنهم أولًا، أو اكتب إلى شخص من ملفه الشخصي.
messages-new-people = لمن هي؟
messages-new-people-hint = شخص واحد: محادثة بين اثنين. أكثر من واحد: مجموعة.
messages-group-name = اسم المجموعة
messages-back-to-chat = العودة إلى المحادثة
messages-inside = المشاركون
messages-looks-after = يعتني بهذه المجموعة
messages-is-asked = دعوة بلا رد بعد
messages-remove-text = لن يظهر له شيء مما يُكتب هنا بعد الآن.
messages-add-people = إضافة أشخاص
messages-add-people-hint = يرون ما يُكتب منذ انضمامهم. ويُسأل بعضهم أولًا حسب اختيارهم.
messages-picture = صورة المجموعة
messages-picture-drop = إزالة الصورة
messages-leave-title = هل تغادر هذه المجموعة؟
messages-leave-text = لن ترى منها شيئًا بعد الآن، ويلزم أن يضيفك أحد أعضائها من جديد.
messages-clear-title = هل تحذف هذه المحادثة لديك؟
messages-clear-text = تختفي لديك كل الرسائل حتى الآن، وتبقى لدى الآخرين.
messages-edit = تعديل الرسالة
messages-edit-hint = يرى الآخرون أنها عُدّلت.
messages-delete-title = هل تحذف هذه الرسالة للجميع؟
messages-delete-text = يبقى مكانها فارغًا في المحادثة. يمكن التراجع خلال ثوانٍ قليلة.
messages-report-title = الإبلاغ عن هذه الرسالة
messages-report-text =
    { $count ->
        [zero] تصل المشرفين نسخة من هذه الرسالة وحدها. لا يُفتح لهم غيرها من المحادثة، ولا يعلم كاتبها من أبلغ عنها.
        [one] تصل المشرفين نسخة من هذه الرسالة ومن واحدة قبلها وواحدة بعدها. لا يُفتح لهم غير ذلك من المحادثة، ولا يعلم كاتبها من أبلغ عنها.
        [two] تصل المشرفين نسخة من هذه الرسالة ومن اثنتين قبلها واثنتين بعدها. لا يُفتح لهم غير ذلك من المحادثة، ولا يعلم كاتبها من أبلغ عنها.
        [few] تصل المشرفين نسخة من هذه الرسالة وما لا يزيد على { $count } رسائل قبلها وبعدها. لا يُفتح لهم غير ذلك من المحادثة، ولا يعلم كاتبها من أبلغ عنها.
        [many] تصل المشرفين نسخة من هذه الرسالة وما لا يزيد على { $count } رسالة قبلها وبعدها. لا يُفتح لهم غير ذلك من المحادثة، ولا يعلم كاتبها من أبلغ عنها.
       *[other] تصل المشرفين نسخة من هذه الرسالة وما لا يزيد على { $count } رسالة قبلها وبعدها. لا يُفتح لهم غير ذلك من المحادثة، ولا يعلم كاتبها من أبلغ عنها.
    }
messages-report-reason = ما المشكلة فيها؟
messages-report-spam = إعلان غير مرغوب فيه أو احتيال
messages-report-legal = تخالف القانون
messages-report-violation = تخالف قواعد هذا المجتمع
messages-report-other = شيء آخر
messages-report-comment = ماذا ينبغي أن يعرف المشرفون؟
messages-report-send = إرسال البلاغ
flash-chat-made = المجموعة جاهزة.
flash-chat-asked = تم. سُئل بعضهم أولًا وسينضمون عندما يقبلون.
flash-chat-accepted = تم القبول. يمكنك الكتابة الآن.
flash-chat-declined = اختفى الطلب. لن يُخبَر أحد.
flash-chat-unread = صارت غير مقروءة.
flash-chat-muted = هذه المحادثة مكتومة.
flash-chat-unmuted = عادت هذه المحادثة تنبّهك.
flash-chat-archived = صارت في الأرشيف.
flash-chat-unarchived = عادت إلى الوارد.
flash-chat-cleared = حُذفت لديك.
flash-chat-left = غادرت المجموعة.
flash-chat-people-added = هم الآن في المجموعة.
flash-chat-person-removed = تمت الإزالة من المجموعة.
flash-chat-renamed = حُفظ الاسم.
flash-chat-picture-set = حُفظت الصورة.
flash-chat-picture-removed = أُزيلت الصورة.
flash-message-deleted = حُذفت للجميع.
flash-message-hidden = حُذفت لديك.
flash-message-reported = شكرًا. سينظر المشرفون فيها.
frame-messages = الرسائل
frame-messages-unread =
    { $count ->
        [zero] الرسائل
        [one] الرسائل، محادثة غير مقروءة
        [two] الرسائل، محادثتان غير مقروءتين
        [few] الرسائل، { $count } محادثات غير مقروءة
        [many] الرسائل، { $count } محادثة غير مقروءة
       *[other] الرسائل، { $count } محادثة غير مقروءة
    }
privacy-messages = من يمكنه إرسال رسالة أولى إليّ
privacy-added-to-chats = يمكن للأصدقاء إضافتي إلى المجموعات
privacy-added-to-chats-hint = وإلا فستُسأل في كل مرة.
privacy-read-marks = إظهار ما قرأته
privacy-read-marks-hint = وأنني أكتب الآن. بدونه لا ترى ذلك من الآخرين أيضًا.
privacy-presence = يرى أصدقائي متى أكون هنا
privacy-presence-hint = فقط من يُظهرون ذلك أيضًا. بدونه لا ترى ذلك منهم أيضًا.
