### الإعدادات: نظرة عامة والجلسات واللغة والمظهر والمغادرة.

settings-title = الإعدادات
settings-not-active = حسابك غير نشط الآن، فلا يمكن ضبط شيء سوى هذا.
settings-account = الحساب
settings-account-text = الاسم والاسم المختصر والبريد وكلمة المرور
settings-privacy = الخصوصية
settings-privacy-text = من يرى ماذا، ومن يمكنه الاقتراب
settings-filters = كلمات تُستبعد
settings-filters-text = كلمات تفضّل ألا تقرأها
settings-language = اللغة والمظهر
settings-language-text = اللغة والألوان والمنطقة الزمنية
settings-sessions = أين سجّلت دخولك
settings-sessions-text = أجهزتك وكيف تسجّل خروجها
settings-leave = المغادرة
settings-leave-text = خذ استراحة أو احذف حسابك
settings-time-zone = المنطقة الزمنية
settings-sessions-explained = كل المتصفحات التي سجّلت دخولك فيها. إن لم تعرف أحدها فأنهِه وغيّر كلمة مرورك.
settings-session-unknown = متصفح بلا اسم
settings-session-this = هذا المتصفح
settings-session-facts = منذ { $began }، آخر استخدام: { $seen }
settings-session-rename = تغيير الاسم
settings-session-name = الاسم
settings-session-end = تسجيل الخروج هناك
settings-sessions-end-others = تسجيل الخروج من كل مكان آخر
settings-rest-title = خذ استراحة
settings-rest-text = لا يراك أحد ولا يرى ما كتبت حتى تسجّل دخولك من جديد. يبقى كل شيء كما هو.
settings-rest = أخذ استراحة
settings-delete-title = حذف حسابك
settings-delete-text =
    { $days ->
        [zero] تغيب عن الأنظار فورًا. يمكنك العدول عن رأيك خلال أقل من يوم بمجرد تسجيل الدخول. بعد ذلك تُمحى منشوراتك وصورك وتعليقاتك وصداقاتك نهائيًا.
        [one] تغيب عن الأنظار فورًا. يمكنك العدول عن رأيك خلال يوم واحد بمجرد تسجيل الدخول. بعد ذلك تُمحى منشوراتك وصورك وتعليقاتك وصداقاتك نهائيًا.
        [two] تغيب عن الأنظار فورًا. يمكنك العدول عن رأيك خلال يومين بمجرد تسجيل الدخول. بعد ذلك تُمحى منشوراتك وصورك وتعليقاتك وصداقاتك نهائيًا.
        [few] تغيب عن الأنظار فورًا. يمكنك العدول عن رأيك خلال { $days } أيام بمجرد تسجيل الدخول. بعد ذلك تُمحى منشوراتك وصورك وتعليقاتك وصداقاتك نهائيًا.
        [many] تغيب عن الأنظار فورًا. يمكنك العدول عن رأيك خلال { $days } يومًا بمجرد تسجيل الدخول. بعد ذلك تُمحى منشوراتك وصورك وتعليقاتك وصداقاتك نهائيًا.
       *[other] تغيب عن الأنظار فورًا. يمكنك العدول عن رأيك خلال { $days } يوم بمجرد تسجيل الدخول. بعد ذلك تُمحى منشوراتك وصورك وتعليقاتك وصداقاتك نهائيًا.
    }
settings-delete = حذف الحساب
settings-leave-last-owner = أنت المالك الوحيد لهذا المجتمع. اجعل شخصًا آخر مالكًا أولًا.
flash-saved = حُفظ.
flash-password-changed = تغيّرت كلمة مرورك، وسُجّل خروجك من كل مكان آخر.
flash-email-confirmed = شكرًا، تأكَّد عنوانك.
flash-email-on-its-way = أرسلنا رسالة إلى العنوان الجديد. يُعتمد حين تؤكده من هناك.
flash-email-removed = أُزيل عنوانك.
flash-session-ended = سُجّل الخروج هناك.
flash-sessions-ended = سُجّل الخروج من كل مكان آخر.
flash-account-rests = حسابك في استراحة. سجّل دخولك متى أردت العودة.
flash-account-leaves = سيُحذف حسابك. سجّل دخولك إن غيّرت رأيك.
flash-account-kept = أهلًا بعودتك. لن يُحذف حسابك.
