### الفعاليات: القوائم والتقاويم، صفحة الفعالية، وما يُقال عنها.

frame-events = الفعاليات
events-title = الفعاليات
events-upcoming = القادمة
events-calendar = التقويم
events-mine = فعالياتي
events-past = الماضية
events-invitations =
    { $count ->
        [zero] الدعوات
        [one] الدعوات ({ $count })
        [two] الدعوات ({ $count })
        [few] الدعوات ({ $count })
        [many] الدعوات ({ $count })
       *[other] الدعوات ({ $count })
    }
events-new = فعالية جديدة
events-empty-upcoming = لا شيء مخطط بعد
events-empty-upcoming-text = تظهر هنا الفعاليات المتاحة لك حالما تُنشأ واحدة.
events-empty-mine = لا فعاليات لك بعد
events-empty-mine-text = يظهر هنا ما تخطط له وما تشارك فيه.
events-empty-invited = لا دعوات بانتظار رد
events-empty-invited-text = عند وصول دعوة يمكنك الرد عليها هنا.
events-empty-past = لا شيء مضى بعد
events-empty-past-text = تجد هنا الفعاليات المنتهية.
events-there = { $when } بالتوقيت المحلي ({ $zone })

# The calendar.
events-view-month = شهر
events-view-week = أسبوع
events-view-list = قائمة
events-today = اليوم
events-earlier = أقدم
events-later = لاحقًا
events-show-all = عرض كل الفعاليات
events-show-mine = عرض فعالياتي فقط
events-birthday = عيد ميلاد: { $name }

# For whom it is, and how it stands.
events-audience-public = الجميع، حتى من خارج المجتمع
events-audience-community = كل من هنا
events-audience-friends = الأصدقاء
events-audience-invited = المدعوون فقط
events-state-draft = مسودة
events-state-scheduled = بانتظار النشر
events-state-cancelled = ملغاة
events-state-draft-text = هذه مسودة لا يراها إلا المنظمون.
events-state-scheduled-text = موعد النشر: { $when }.
events-state-cancelled-text = أُلغيت هذه الفعالية.
events-state-time-cancelled-text = أُلغي هذا الموعد، وتبقى المواعيد الأخرى.
events-state-past-text = انتهت هذه الفعالية.
events-state-changed-text = تغيّر الوقت أو المكان: { $when }

# The page of one event.
events-map = عرض على الخريطة
events-online-open = المشاركة عبر الإنترنت
events-online-secret = لا يرى هذا الرابط إلا المشاركون.
events-host = التنظيم
events-co-host = مشاركة في التنظيم
events-tickets = الحصول على تذاكر
events-download = ملف تقويم
events-guests = المشاركون
events-invite = دعوة أصدقاء
events-register = المشاركة دون حساب
events-price = السعر
events-category = نوع الفعالية
events-tags = كلمات مفتاحية
events-languages = لغات الفعالية
events-accessibility = سهولة الوصول
events-answer-until = آخر موعد للرد
events-answer = هل ستشارك؟
events-answer-now = ردّك
events-answer-all = ردّك يشمل كل المواعيد.
events-answer-unconfirmed = لم يؤكَّد بعد
events-answer-invited = دعوة قائمة
events-answer-going = مشاركة مؤكدة
events-answer-maybe = ربما
events-answer-interested = يهمني الأمر
events-answer-declined = اعتذار
events-answer-waitlisted = على قائمة الانتظار
events-answer-pending = بانتظار الموافقة
events-answer-removed = خارج القائمة
events-choose-going = سأشارك
events-choose-declined = لن أشارك
events-companions-mine = كم شخصًا سيرافقك؟
events-withdraw = سحب ردّي
events-places-left =
    { $count ->
        [zero] لا أماكن متبقية
        [one] بقي مكان واحد
        [two] بقي مكانان
        [few] بقيت { $count } أماكن
        [many] بقي { $count } مكانًا
       *[other] بقي { $count } مكان
    }
events-places-none = لا أماكن متبقية
events-places-waiting = لا أماكن متبقية، لكن توجد قائمة انتظار
events-count-going =
    { $count ->
        [zero] لا مشاركين
        [one] مشارك واحد
        [two] مشاركان
        [few] { $count } مشاركين
        [many] { $count } مشاركًا
       *[other] { $count } مشارك
    }
events-count-maybe =
    { $count ->
        [zero] ربما: { $count }
        [one] ربما: { $count }
        [two] ربما: { $count }
        [few] ربما: { $count }
        [many] ربما: { $count }
       *[other] ربما: { $count }
    }
events-count-interested =
    { $count ->
        [zero] المهتمون: { $count }
        [one] المهتمون: { $count }
        [two] المهتمون: { $count }
        [few] المهتمون: { $count }
        [many] المهتمون: { $count }
       *[other] المهتمون: { $count }
    }
events-count-waiting =
    { $count ->
        [zero] بالانتظار: { $count }
        [one] بالانتظار: { $count }
        [two] بالانتظار: { $count }
        [few] بالانتظار: { $count }
        [many] بالانتظار: { $count }
       *[other] بالانتظار: { $count }
    }
events-slots = من يُحضر ماذا
events-slot-count = { $taken } من { $needed }
events-slot-take = سأتولى ذلك
events-slot-free = لن أتولى ذلك
events-slot-taken = تولى ذلك عدد كافٍ من الناس.
events-next-times = مواعيد أخرى
events-talk = نقاش
events-talk-empty = لم يقل أحد شيئًا بعد.
events-talk-write = كتابة شيء
events-hosting = أنت ضمن المنظمين
events-hosts = المنظمون
events-add-host = إشراك صديق في التنظيم
events-hand-over = تسليم التنظيم
events-cancel = إلغاء الفعالية
events-cancel-text = سيُبلَّغ كل المدعوين والمشاركين. لا يمكن التراجع عن ذلك.
events-delete = حذف الفعالية
events-delete-text = تُحذف الفعالية مع كل الردود وكل ما قيل عنها.

# The form.
events-create = إنشاء الفعالية
events-edit = تعديل الفعالية
events-edit-one-hint = يتغير العنوان والوقت والمكان لهذا الموعد وحده، ويبقى الباقي كما هو لكل المواعيد.
events-scope-hint = هذه الفعالية متكررة. ما الذي تريد تغييره؟
events-scope-this = هذا الموعد فقط
events-scope-following = هذا الموعد وما بعده
events-scope-all = كل المواعيد
events-field-title = العنوان
events-field-starts = البداية
events-field-ends = النهاية (اختياري)
events-field-all-day = طوال اليوم
events-field-place = المكان
events-field-address = العنوان البريدي
events-field-map = رابط خريطة
events-field-online = رابط المشاركة عبر الإنترنت
events-field-online-hint = لن يراه إلا المشاركون.
events-field-text = عن الفعالية
events-field-audience = لمن تظهر؟
events-section-repeat = التكرار
events-field-repeat = كيف تتكرر؟
events-repeat-none = لا تتكرر
events-repeat-daily = بالأيام
events-repeat-weekly = بالأسابيع
events-repeat-monthly = بالأشهر، في التاريخ نفسه
events-repeat-monthly-nth = بالأشهر، في يوم الأسبوع نفسه (مثل الجمعة الثانية)
events-repeat-monthly-last = بالأشهر، في آخر يوم مماثل من الشهر
events-repeat-yearly = بالسنوات
events-repeat-keep = كما هي الآن
events-field-every = كل كم؟
events-field-every-hint = 1 تعني كل مرة، و2 مرة بعد مرة.
events-field-days = في أي أيام الأسبوع؟ (للتكرار الأسبوعي فقط)
events-field-until = حتى
events-field-count = عدد المرات
events-section-guests = المشاركون والأماكن
events-field-shows-guests = من يرى الفعالية يرى المشاركين
events-field-guests-invite = يمكن للمشاركين دعوة أصدقائهم
events-field-discussion = يمكن للمشاركين النقاش في الصفحة
events-field-approval = أوافق على كل مشاركة أولًا
events-field-strangers = يمكن لمن لا حساب لهم المشاركة (إن كانت ظاهرة للجميع)
events-field-capacity = عدد الأماكن
events-field-capacity-hint = يُترك فارغًا إن كان المكان يتسع للجميع.
events-field-waiting = فتح قائمة انتظار عند الامتلاء
events-field-companions = كم مرافقًا لكل مشارك؟
events-field-answer-until = الردود حتى
events-field-questions = أسئلة للمشاركين
events-field-questions-hint = سؤال في كل سطر، خمسة على الأكثر. مثلًا: ما الذي لا تأكله؟
events-field-consent = ما يلزم أن يوافق عليه المشاركون
events-field-consent-hint = مثلًا: ستُلتقط صور.
events-field-slots = من يُحضر ماذا
events-field-slots-hint = واحد في كل سطر مع العدد المطلوب. مثلًا: كعكة: 3
events-section-more = تفاصيل أخرى
events-field-accessibility-hint = مثلًا: بلا درجات، حلقة سمعية، غرفة هادئة.
events-field-tickets = رابط التذاكر
events-field-cover = صورة
events-field-cover-alt = وصف الصورة لمن لا يراها
events-field-drop-cover = إزالة هذه الصورة
events-field-publish = متى تظهر؟
events-publish-now = النشر الآن
events-publish-later = حفظ كمسودة
events-publish-at = النشر في موعد محدد
events-field-publish-at = موعد النشر

# Guests, invitations and the door.
events-brings =
    { $count ->
        [zero] بلا مرافقين
        [one] مرافق واحد
        [two] مرافقان
        [few] { $count } مرافقين
        [many] { $count } مرافقًا
       *[other] { $count } مرافق
    }
events-guests-empty = لا أحد بعد
events-guests-empty-text = يظهر هنا المدعوون ومن أرسل ردًا.
events-welcome = موافقة
events-invite-send = دعوة
events-invite-empty = لم يبق أحد لدعوته
events-invite-empty-text = يمكنك دعوة أصدقائك. كلهم على علم، أو لا أصدقاء لك هنا بعد.
events-invite-nobody = يُرجى اختيار شخص واحد على الأقل.
events-invite-friends-only = يمكن اختيار أصدقائك فقط.
events-too-many-invited =
    { $max ->
        [zero] لا يمكن إرسال دعوات اليوم. يُرجى المتابعة غدًا.
        [one] يمكن دعوة شخص واحد في اليوم. يُرجى المتابعة غدًا.
        [two] يمكن دعوة شخصين في اليوم. يُرجى المتابعة غدًا.
        [few] يمكن دعوة { $max } أشخاص في اليوم. يُرجى المتابعة غدًا.
        [many] يمكن دعوة { $max } شخصًا في اليوم. يُرجى المتابعة غدًا.
       *[other] يمكن دعوة { $max } شخص في اليوم. يُرجى المتابعة غدًا.
    }
events-too-many-hosts = عدد المنظمين كافٍ.
events-door = تسجيل الحضور
events-check-in = تسجيل حضور
events-here = تم تسجيل الحضور
events-here-count = الحضور: { $here } من { $all }
events-door-code = رمز الدخول الخاص بك
events-door-code-enter = رمز أحد المشاركين
events-wrong-door-code = لا أحد في القائمة لديه هذا الرمز.

# Guests without an account.
events-register-text = نرسل إليك رسالة فيها رمز، وبعد إدخاله يُضاف اسمك إلى القائمة. لا يرى الاسم والعنوان إلا المنظمون، ويُحذفان مع الفعالية.
events-register-send = أرسل الرمز
events-guest = مكانك
events-guest-text = يُرجى إدخال الرمز من الرسالة التي أرسلناها.
events-guest-code = الرمز
events-guest-confirm = تأكيد
events-guest-leave = لن أشارك بعد كل شيء
events-wrong-code = هذا الرمز غير صحيح. يُرجى النظر في أحدث رسالة.
events-mail-confirm-subject = رمزك لفعالية { $event }
events-mail-confirm = وصلنا طلب مشاركة في { $event }. الرمز هو { $code }. إن لم يكن الطلب منك فلا داعي لفعل شيء: دون الرمز لا يحدث شيء.
events-mail-promoted-subject = لك مكان: { $event }
events-mail-promoted = أصبح لك مكان في { $event }. رمزك الآن { $code }.
events-mail-changed-subject = تغيّر الوقت أو المكان: { $event }
events-mail-changed = تغيّر وقت أو مكان فعالية تشارك فيها. وهي الآن: { $event }. رمزك الآن { $code }.
events-mail-cancelled-subject = إلغاء: { $event }
events-mail-cancelled = أُلغيت فعالية كنت ستشارك فيها، كليًا أو جزئيًا: { $event }. التفاصيل في صفحتها. رمزك الآن { $code }.
events-mail-see = فتح مكانك
events-mail-why = وصلتك هذه الرسالة لأن هذا العنوان أُعطي لفعالية في { $site }.

# Calendar files.
events-files = ملفات التقويم
events-subscribe = فعالياتك في تقويم آخر
events-subscribe-text = أدخل هذا العنوان في تقويم هاتفك أو حاسوبك ليعرض ما تنظمه وما تشارك فيه، ويبقى محدثًا.
events-subscribe-address = عنوان خاص
events-subscribe-reset-text = من يعرف هذا العنوان يرى فعالياتك. أنشئ عنوانًا جديدًا إن لزم منع أحد.
events-subscribe-reset = إنشاء عنوان جديد
events-import = جلب فعاليات من تقويم آخر
events-import-text = اختر ملف تقويم ينتهي اسمه بـ .ics. ستكون منظم كل ما فيه، ويبقى ما جُلب سابقًا كما هو.
events-import-file = ملف التقويم
events-import-drafts = حفظ الكل كمسودات
events-import-send = جلب
events-import-done = فعاليات جديدة: { $made }. معروفة من قبل: { $known }.
events-import-refused = تعذّر جلب هذه:
events-import-no-calendar = هذا ليس ملف تقويم.
events-import-no-events = لا فعاليات في هذا الملف.
events-import-too-large = هذا الملف كبير جدًا. الحد الأقصى { $max } فعالية و2 ميغابايت.
events-import-no-time = لا يذكر الموعد.
events-import-repeats = تتكرر بطريقة غير متاحة هنا.
events-import-invalid = فيها ما لا يناسب هنا.

# What cannot be, and why.
events-bad-link = يُرجى كتابة عنوان كامل يبدأ بـ https://.
events-bad-time = يُرجى تحديد اليوم والوقت.
events-ends-early = النهاية قبل البداية.
events-too-long = تدوم الفعالية شهرين على الأكثر. يمكن جعلها متكررة.
events-until-early = هذا اليوم قبل البداية.
events-count-or-until = حدد يومًا أخيرًا أو عددًا، لا كليهما.
events-publish-past = مضى هذا الوقت. يُرجى اختيار وقت لاحق.
events-capacity-range = اختر عدد أماكن بين 1 و{ $max }.
events-companions-range = اختر عددًا من 0 إلى { $max }.
events-too-many-questions = الحد الأقصى للأسئلة: { $max }.
events-too-many-slots = الحد الأقصى للأسطر: { $max }.
events-bad-slots = يحتاج كل سطر إلى اسم خاص به وعدد من 1 إلى 1000، مثل كعكة: 3
events-consent-missing = يُرجى الموافقة أولًا أو اختيار رد آخر.
events-answers-closed = لم تعد الردود مقبولة.
events-full =
    { $left ->
        [zero] لا أماكن متبقية.
        [one] بقي مكان واحد فقط.
        [two] بقي مكانان فقط.
        [few] بقيت { $left } أماكن فقط.
        [many] بقي { $left } مكانًا فقط.
       *[other] بقي { $left } مكان فقط.
    }
events-cancelled-already = أُلغيت هذه الفعالية من قبل.
events-cancel-first = هناك من يعوّل على هذه الفعالية. يُرجى إلغاؤها أولًا.
events-newcomer-audience = لم تمض على وجودك هنا مدة كافية لدعوة هذا العدد. يُرجى اختيار جمهور أصغر الآن.

# What just happened.
flash-event-made = نُشرت الفعالية.
flash-event-kept = حُفظت الفعالية ولا يراها أحد غيرك بعد.
flash-event-saved = عُدّلت الفعالية.
flash-event-cancelled = تم الإلغاء، ويُبلَّغ المشاركون.
flash-event-deleted = حُذفت الفعالية.
flash-event-answered = حُفظ ردّك.
flash-event-waiting = اكتمل العدد. أنت على قائمة الانتظار وسنخبرك.
flash-event-pending = يلزم أن يوافق المنظمون، وسنخبرك.
flash-event-withdrawn = سُحب ردّك.
flash-event-guests = عُدّلت القائمة.
flash-event-invited = أُرسلت الدعوات.
flash-event-hosts = عُدّلت قائمة المنظمين.
flash-event-code-sent = أرسلنا إليك رسالة فيها رمز.
flash-event-left = أُزيل اسمك من القائمة.
flash-event-address = العنوان جاهز، ولم يعد أي عنوان سابق يفتح شيئًا.

# Notices.
push-event-invite = { $name }: دعوة إلى فعالية
push-event-response = { $name }: رد على دعوتك
push-event-changed = تغيّر وقت أو مكان فعالية
push-event-cancelled = أُلغيت فعالية
push-event-reminder = اقترب موعد فعالية
push-event-promoted = أصبح لك مكان في فعالية
push-event-discussion = { $name }: كلام عن فعالية
notices-event-responses = ردود على فعاليتك: { $name }
notices-event-discussions = حول فعالية تشارك فيها: { $name }
notices-group-events = الفعاليات
notices-kind-event-invite = دعوة إلى فعالية
notices-kind-event-response = رد على فعاليتك
notices-kind-event-changed = تغيّر الوقت أو المكان
notices-kind-event-cancelled = إلغاء فعالية
notices-kind-event-reminder = تذكير قبل يوم وقبل ساعة
notices-kind-event-promoted = حصولك على مكان
notices-kind-event-discussion = كلام عن فعالية تشارك فيها

# الفعالية نفسها بلغات أخرى.
events-language-twice = هناك نص آخر لهذه الفعالية بهذه اللغة.
events-languages-too-many = يمكن أن تكون الفعالية بعدد من اللغات لا يزيد على { $limit }.
