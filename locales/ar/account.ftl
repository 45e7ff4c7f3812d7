### الاسم والاسم المختصر والبريد وكلمة المرور: العناوين والإرشادات وما لا يصلح مما كُتب.

account-name-label = الاسم
account-name-hint = كما يعرفك جيرانك. كل الكتابات مرحّب بها.
account-name-missing = اكتب اسمًا من فضلك.
account-name-length = هذا الاسم طويل. يتسع لما لا يزيد على { $most } من الأحرف.
account-name-character = لا يمكن أن يكون «{ $character }» جزءًا من اسم.
account-name-shape = يحتاج الاسم إلى حرف واحد على الأقل.
account-name-mixed-scripts = هنا أحرف متشابهة من كتابات مختلفة. استخدم كتابة واحدة في كل كلمة.
account-name-look-alike = قد يُظن أنه اسم هذا المكان أو اسم أحد القائمين عليه. اختر اسمًا آخر من فضلك.
account-handle-label = الاسم المختصر
account-handle-hint = عنوانك هنا للإشارة إليك وللروابط. يمكنك تغييره كل 14 يومًا، وتبقى الروابط القديمة صالحة.
account-handle-length = طول الاسم المختصر من { $least } إلى { $most } من الأحرف.
account-handle-character = لا يمكن استخدام «{ $character }» هنا. تصلح الحروف والأرقام وبينها _ . -
account-handle-shape = يجب أن يحتوي الاسم المختصر على حرف واحد على الأقل. توضع النقاط والشرطات بين الحروف أو الأرقام، واحدة في كل مرة.
account-handle-reserved = هذا الاسم محجوز للموقع نفسه. اختر اسمًا آخر من فضلك؛ واسمك أنت مناسب.
account-handle-look-alike = هذا يشبه كثيرًا اسمًا مأخوذًا. اختر اسمًا آخر من فضلك؛ يكفي أن تضيف رقمًا أو اسمًا ثانيًا.
account-handle-taken = هذا الاسم لشخص آخر هنا. اختر اسمًا آخر من فضلك؛ يكفي أن تضيف رقمًا أو اسمًا ثانيًا.
account-handle-too-soon =
    { $days ->
        [zero] غيّرته منذ وقت قريب. يمكنك تغييره مجددًا بعد أقل من يوم.
        [one] غيّرته منذ وقت قريب. يمكنك تغييره مجددًا بعد يوم واحد.
        [two] غيّرته منذ وقت قريب. يمكنك تغييره مجددًا بعد يومين.
        [few] غيّرته منذ وقت قريب. يمكنك تغييره مجددًا بعد { $days } أيام.
        [many] غيّرته منذ وقت قريب. يمكنك تغييره مجددًا بعد { $days } يومًا.
       *[other] غيّرته منذ وقت قريب. يمكنك تغييره مجددًا بعد { $days } يوم.
    }
account-email-label = البريد الإلكتروني
account-email-confirmed = مؤكَّد
account-email-unconfirmed = غير مؤكَّد
account-email-remove = إزالة عنواني
account-email-remove-text = من دون عنوان لا يمكننا أن نرسل إليك روابط. إن نسيت كلمة المرور فلن تعود إلى حسابك إلا برمز يسلّمه لك أحد المشرفين.
account-email-form = يبدو هذا العنوان ناقصًا. مثال: name@example.org
account-email-length = هذا العنوان طويل جدًا.
account-email-taken = هذا العنوان لحساب آخر هنا.
account-password = كلمة المرور
account-password-text = كلمة المرور الجديدة تسجّل خروجك من كل مكان آخر.
account-password-rule = 10 أحرف على الأقل. بضع كلمات متتالية يسهل حفظها ويصعب تخمينها.
account-password-strength = القوة
account-password-short = قصيرة. تحتاج إلى { $least } من الأحرف على الأقل.
account-password-long = طويلة. تتسع لما لا يزيد على { $most } من الأحرف.
account-password-common = يستخدمها كثيرون جدًا، فهي أول ما يُجرَّب.
account-password-personal = هذه قريبة جدًا من اسمك أو عنوانك أو اسم هذا المكان.
account-password-keyboard = صفوف المفاتيح سهلة التخمين.
account-password-repeats = التكرار سهل التخمين.
account-password-sequence = المتتاليات مثل abc أو 6543 سهلة التخمين.
account-password-date = التواريخ سهلة التخمين.
account-password-word = كلمة واحدة أو اسم واحد سهل التخمين. أضف شيئًا آخر.
account-password-weak = سهلة التخمين. أضف كلمة أو كلمتين.
account-password-good = جيدة.
account-password-strong = قوية.
account-password-wrong = هذه ليست كلمة مرورك الحالية.
account-current-password = كلمة المرور الحالية
account-new-password = كلمة المرور الجديدة
account-change-password = تغيير كلمة المرور
