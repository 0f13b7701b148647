"""FollowTheMoney, the form in which investigators' and screening tools exchange parties and what links them."""
